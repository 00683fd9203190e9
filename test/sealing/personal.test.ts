import { describe, expect, it } from 'vitest';
import { seal } from '../../src/sealing/seal.ts';

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
    ['an account number', '{"accountNumber":"0012345678"}', '{"accountNumber":"‹account number 1›"}'],
  ])('%s', (_what, paste, expected) => {
    expect(seal(paste, [], { personalData: true }).text).toBe(expected);
  });
});
