import { describe, expect, it } from 'vitest';
import { seal } from '../../../src/sealing/seal.ts';

const claims =
  '{"sub":"7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310","given_name":"Maria","family_name":"Okafor","email":"maria.okafor@mail.example","phone_number":"+1 (555) 010-4477","birthdate":"1984-03-09","address":{"street_address":"12 Orchard Lane","postal_code":"50010"},"https://api.banno.com/consumer/claim/tax_id":"078-05-1120"}';

describe('personal data', () => {
  it('is sealed in claims, whose names stay', () => {
    const { text } = seal(claims, [], { personalData: true });
    expect(text).toBe(
      '{"sub":"7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310","given_name":"‹personal name 1›","family_name":"‹personal name 2›","email":"‹email address 1›","phone_number":"‹phone number 1›","birthdate":"‹birth date 1›","address":{"street_address":"‹postal address 1›","postal_code":"‹postal address 2›"},"https://api.banno.com/consumer/claim/tax_id":"‹tax id 1›"}',
    );
  });

  it('stays where a pack needs it seen', () => {
    expect(seal(claims, [], { personalData: false }).text).toBe(claims);
  });

  it.each([
    ['a card number', 'card 4111 1111 1111 1111 was declined', 'card ‹card number 1› was declined'],
    [
      'not a number that fails Luhn’s test',
      'order 4111 1111 1111 1112 was declined',
      'order 4111 1111 1111 1112 was declined',
    ],
    ['a tax id', 'ssn 078-05-1120.', 'ssn ‹tax id 1›.'],
    ['an email address', 'mail bob@mail.example now', 'mail ‹email address 1› now'],
    ['a phone number', 'call 555-010-4477 now', 'call ‹phone number 1› now'],
    ['a phone number of Germany', 'call +49 (0)30 901820-77 please', 'call ‹phone number 1› please'],
    ['a phone number of France', 'tél. 01 42 68 53 00', 'tél. ‹phone number 1›'],
    ['a phone number of Japan', 'fon +81-3-1234-5678.', 'fon ‹phone number 1›.'],
    ['a phone number of India', '{"mobile":"+91 98765 43210"}', '{"mobile":"‹phone number 1›"}'],
    [
      'a phone number with brackets in a query',
      'GET https://api.acme.test/users?phone=%2B1%20(415)%20555-0123&x=1',
      'GET https://api.acme.test/users?phone=‹phone number 1›&x=1',
    ],
    ['a phone number with dots', '202.555.0143 did not answer', '‹phone number 1› did not answer'],
    ['an IBAN', 'to DE89 3704 0044 0532 0130 00 today', 'to ‹account number 1› today'],
    ['not an IBAN with a wrong check digit', 'DE88370400440532013000', 'DE88370400440532013000'],
    ['not an IBAN of another length than its country has', 'ZK87KPAG5HAAPAEH2MQP', 'ZK87KPAG5HAAPAEH2MQP'],
    [
      'not the number of an order or a trace that passes Luhn’s test',
      'order no. 4973226156139335, x-datadog-trace-id: 4983340083217354610, {"invoiceId":"5197977927052556"}',
      'order no. 4973226156139335, x-datadog-trace-id: 4983340083217354610, {"invoiceId":"5197977927052556"}',
    ],
    ['a tax id of Brazil', 'CPF: 529.982.247-25', 'CPF: ‹tax id 1›'],
    ['a tax id in groups', 'Steuer-ID: 12 345 678 901', 'Steuer-ID: ‹tax id 1›'],
    [
      'an account that a sentence names',
      'routing 021000021, account no. 1234567890',
      'routing 021000021, account no. ‹account number 1›',
    ],
    ['a name among claims', '{"name":"Jane Doe","sub":"x"}', '{"name":"‹personal name 1›","sub":"x"}'],
    ['not the name of a thing', '{"name":"Accounts API","title":"x"}', '{"name":"Accounts API","title":"x"}'],
    ['an address in one string', '{"address":"12 Orchard Lane, Ames"}', '{"address":"‹postal address 1›"}'],
    ['not the address of a host', '{"address":"10.0.0.1:443"}', '{"address":"10.0.0.1:443"}'],
    ['names in a form', 'first_name=Jane&last_name=Doe', 'first_name=‹personal name 1›&last_name=‹personal name 2›'],
    ['not a member of a program', 'firstName: String, lastName: Text', 'firstName: String, lastName: Text'],
    ['an account number', '{"accountNumber":"0012345678"}', '{"accountNumber":"‹account number 1›"}'],
    [
      'names of other languages',
      '{"vorname":"Jürgen","nachname":"Müller","geburtsdatum":"09.03.1984"}',
      '{"vorname":"‹personal name 1›","nachname":"‹personal name 2›","geburtsdatum":"‹birth date 1›"}',
    ],
    ['a name with a comma', '{"name":"O\'Connor, Siobhán","sub":"x"}', '{"name":"‹personal name 1›","sub":"x"}'],
    [
      'names behind other words',
      '{"accountHolderName":"Jane Doe","applicantFirstName":"Jane","userEmail":"j@mail.example"}',
      '{"accountHolderName":"‹personal name 1›","applicantFirstName":"‹personal name 2›","userEmail":"‹email address 1›"}',
    ],
    [
      'a display name beside an account',
      '{"displayName":"Jane Doe","userPrincipalName":"jane@corp.example"}',
      '{"displayName":"‹personal name 1›","userPrincipalName":"‹email address 1›"}',
    ],
    [
      'not the display name of a program',
      '{"displayName":"API Gateway Prod","status":"up"}',
      '{"displayName":"API Gateway Prod","status":"up"}',
    ],
    [
      'a form that a person filled in',
      'Name: Jane Doe\nPhone: 515-555-0147\nAddress: 12 Orchard Lane, Ames, IA 50010',
      'Name: ‹personal name 1›\nPhone: ‹phone number 1›\nAddress: ‹postal address 1›',
    ],
    [
      'a claim with its type',
      '{"type":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname","value":"Jane"}',
      '{"type":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname","value":"‹personal name 1›"}',
    ],
    [
      'an attribute of SAML',
      '<saml:Attribute Name="givenName"><saml:AttributeValue>Jane</saml:AttributeValue></saml:Attribute>',
      '<saml:Attribute Name="givenName"><saml:AttributeValue>‹personal name 1›</saml:AttributeValue></saml:Attribute>',
    ],
    ['what PHP prints', '["family_name"]=>\n  string(3) "Doe"', '["family_name"]=>\n  string(3) "‹personal name 1›"'],
    [
      'lines of an address',
      '{"line1":"12 Orchard Lane","postal_code":"50010","locality":"Ames"}',
      '{"line1":"‹postal address 1›","postal_code":"‹postal address 2›","locality":"‹postal address 3›"}',
    ],
    ['a postcode with letters', '{"postcode":"SW1A 2AA"}', '{"postcode":"‹postal address 1›"}'],
    [
      'not an element that only has the name of one',
      '<address>10.0.0.1:443</address><phone>required</phone>',
      '<address>10.0.0.1:443</address><phone>required</phone>',
    ],
    ['an email address in a query', '?email=jane%40mail.example&x=1', '?email=‹email address 1›&x=1'],
    ['a birth date with dots', '{"dateOfBirth":"09.03.1984"}', '{"dateOfBirth":"‹birth date 1›"}'],
    ['a birth date in a sentence', 'I was born on 1984-03-09.', 'I was born on ‹birth date 1›.'],
    ['a birth date in words', 'date of birth: March 9, 1984', 'date of birth: ‹birth date 1›'],
    ['not any other date', 'created on 1984-03-09, version: 09.03.1984', 'created on 1984-03-09, version: 09.03.1984'],
    ['a fiscal code of Italy', 'codice RSSMRA85T10A562S ok', 'codice ‹tax id 1› ok'],
    [
      'a code that a sentence names',
      'passport no. C01X00T47, VAT id DE123456789',
      'passport no. ‹tax id 1›, VAT id ‹tax id 2›',
    ],
    ['not a code that nothing names', 'release C01X00T47, DE123456789', 'release C01X00T47, DE123456789'],
    [
      'not an account that is a UUID',
      '{"acctId":"0d4c5b7e-91aa-4e2b-8f17-33c2a6d9e804"}',
      '{"acctId":"0d4c5b7e-91aa-4e2b-8f17-33c2a6d9e804"}',
    ],
    [
      'the parts of a name in a record of a patient',
      '{"name":[{"family":"Okafor","given":["Maria","Ann"]}],"telecom":[{"system":"phone","value":"(03) 5555 6473"}],"address":[{"line":["12 Orchard Lane"],"city":"Ames"}]}',
      '{"name":[{"family":"‹personal name 1›","given":["‹personal name 2›","‹personal name 3›"]}],"telecom":[{"system":"phone","value":"‹phone number 1›"}],"address":[{"line":["‹postal address 1›"],"city":"Ames"}]}',
    ],
    [
      'columns about people',
      'First Name,Last Name,status\nMaria,Okafor,open\nJane,Doe,closed',
      'First Name,Last Name,status\n‹personal name 1›,‹personal name 2›,open\n‹personal name 3›,‹personal name 4›,closed',
    ],
    [
      'not columns about things',
      '| name | type | status |\n|---|---|---|\n| Accounts API | rest | open |',
      '| name | type | status |\n|---|---|---|\n| Accounts API | rest | open |',
    ],
    [
      'an email address that no program is to read',
      'write to jane.doe [at] mail [dot] example or jane(at)mail.example, jane at mail dot example',
      'write to ‹email address 1› or ‹email address 2›, ‹email address 3›',
    ],
    [
      'not a place in a program',
      'at main.ts dot notation, look (at line 5)',
      'at main.ts dot notation, look (at line 5)',
    ],
    [
      'who an address belongs to',
      'Author: Jane Doe <jane@mail.example>',
      'Author: ‹personal name 1› <‹email address 1›>',
    ],
    [
      'the address that signs in, beside its password',
      '-u \'jane@mail.example:Hunter2x9\', https://jane%40mail.example:Hunter2x9@a.example, auth=("jane@mail.example", "Hunter2x9")',
      '-u \'‹email address 1›:‹password 1›\', https://‹email address 1›:‹password 1›@a.example, auth=("‹email address 1›", "‹password 1›")',
    ],
    ['a password right behind an address', 'jane@mail.example:Hunter2x9', '‹email address 1›:‹password 1›'],
    ['not a path behind an account', 'deploy@host.example:Projects/App2.git', '‹email address 1›:Projects/App2.git'],
    ['not a team', 'Support Team <help@mail.example>', 'Support Team <‹email address 1›>'],
    ['a birth date that starts with its month', 'She was born on May 17, 1990.', 'She was born on ‹birth date 1›.'],
    [
      'a name and a place in elements',
      '<user><name>Jane Doe</name><email>j@mail.example</email><address><street_address>12 Orchard Lane</street_address><locality>Ames</locality></address></user>',
      '<user><name>‹personal name 1›</name><email>‹email address 1›</email><address><street_address>‹postal address 1›</street_address><locality>‹postal address 2›</locality></address></user>',
    ],
    [
      'not the name of a thing beside a person, and a person where others are not told',
      '{"email":"j@mail.example","provider":{"type":"saml","name":"Acme"},"payee":{"name":"Jane Doe"}}',
      '{"email":"‹email address 1›","provider":{"type":"saml","name":"Acme"},"payee":{"name":"‹personal name 1›"}}',
    ],
    ['an escaped address', '{"email":"jane\\u0040mail.example"}', '{"email":"‹email address 1›"}'],
    ['a name in a form', 'sub=1&name=Jane+Doe&locale=en', 'sub=1&name=‹personal name 1›&locale=en'],
    [
      'what the tax office of Mexico calls a person',
      'Mi RFC es VECJ880326AB1, {"rfc":"VECJ880326AB1"}',
      'Mi RFC es ‹tax id 1›, {"rfc":"‹tax id 1›"}',
    ],
    [
      'tax ids under names of other scripts',
      '身份证号: 11010519491231002X, ИНН 7707083893, 주민등록번호: 900101-1234567',
      '身份证号: ‹tax id 1›, ИНН ‹tax id 2›, 주민등록번호: ‹tax id 3›',
    ],
    ['a number of the National Insurance', 'it is AB 12 34 56 C.', 'it is ‹tax id 1›.'],
    ['a tax id whose longest group has eight digits', 'CUIT 20-12345678-6', 'CUIT ‹tax id 1›'],
    [
      'the account and the person of an entry of NACHA',
      '622071000013000123456789     0000120050EMP-4711       JANE PUBLIC             0071000010000001',
      '622071000013‹account number 1›     0000120050‹account number 2›       ‹personal name 1›             0071000010000001',
    ],
    [
      'an element of OFX, which is not closed',
      '<BANKID>071000013<ACCTID>000123456789<ACCTTYPE>CHECKING',
      '<BANKID>071000013<ACCTID>‹account number 1›<ACCTTYPE>CHECKING',
    ],
    [
      'an account and a street of ISO 20022',
      '<StrtNm>Heidestrasse</StrtNm><CdtrAcct><Id><Othr><Id>1234567890</Id></Othr></Id></CdtrAcct>',
      '<StrtNm>‹postal address 1›</StrtNm><CdtrAcct><Id><Othr><Id>‹account number 1›</Id></Othr></Id></CdtrAcct>',
    ],
    [
      'an account beside its bank',
      '{"account":"1111222233330000","routing":"011401533"}, {"account":"1111222233330000","type":"x"}',
      '{"account":"‹account number 1›","routing":"011401533"}, {"account":"‹account number 1›","type":"x"}',
    ],
    [
      'columns about people in another language',
      'Kunde;Vorname;Nachname;Telefon\n4711;Erika;Mustermann;0221 1234567',
      'Kunde;Vorname;Nachname;Telefon\n4711;‹personal name 1›;‹personal name 2›;‹phone number 1›',
    ],
    [
      'an email address on the path of people',
      'GET /users/jane%40mail.example/accounts, /users/jane@mail.example',
      'GET /users/‹email address 1›/accounts, /users/‹email address 1›',
    ],
    [
      'an account of ISO 20022 in JSON',
      '{"CdtrAcct":{"Id":{"Othr":{"Id":"1234567890"}}}}, {"order":{"Id":"5432167890"}}',
      '{"CdtrAcct":{"Id":{"Othr":{"Id":"‹account number 1›"}}}}, {"order":{"Id":"5432167890"}}',
    ],
    ['an identity card with its check digit', 'my HKID is A123456(3)', 'my HKID is ‹tax id 1›'],
    [
      'not a message under a name',
      '{"firstName":"is required","phone":"is not a number"}',
      '{"firstName":"is required","phone":"is not a number"}',
    ],
  ])('%s', (_what, paste, expected) => {
    expect(seal(paste, [], { personalData: true }).text).toBe(expected);
  });
});
