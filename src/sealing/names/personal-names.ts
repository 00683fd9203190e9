import type { SecretKind } from '../secret.ts';

/** Whole names under which personal data stands, without their separators: by the kind, divided by blanks. */
const names: readonly (readonly [kind: SecretKind, names: string])[] = [
  [
    'email address',
    'email emailaddress useremail emailid contactemail workemail homeemail primaryemail email1 email2 emailaddr ' +
      'correo correoelectronico courriel epost',
  ],
  [
    'phone number',
    'phone phonenumber phonenumbers mobile mobilephone mobilenumber cellphone homephone tel telephone ' +
      'telephonenumber telefon telefono telefone telefonnummer handynummer mobilnummer celular fax faxnumber ' +
      'msisdn contactnumber contactphone daytimephone workphone cell cellnumber cellphonenumber mobileno phoneno ' +
      'phone1 phone2 primaryphone homephonenumber workphonenumber mobilephonenumber businessphone eveningphone ' +
      'contactno smsnumber whatsappnumber telno faxno handy mobil mobiltelefon portable numerodetelephone ' +
      'numerodetelefono telefoonnummer телефон 電話 電話番号 携帯番号 电话 电话号码 联系电话 手机 手机号 手机号码 전화 전화번호 휴대폰 휴대전화 movil telefonomovil',
  ],
  [
    'tax id',
    'ssn socialsecuritynumber taxid taxidnumber taxidentifier tin ein itin cpf cnpj dni nie nif nino ' +
      'nationalinsurancenumber nationalid nationalidnumber sin socialinsurancenumber bsn burgerservicenummer ' +
      'aadhaar aadhaarnumber pannumber steuerid steuernummer steueridentifikationsnummer codicefiscale ' +
      'personnummer pesel curp taxnumber vatid vatnumber passportnumber passportno driverslicense ' +
      'driverslicensenumber driverlicensenumber drivinglicencenumber ssnlast4 last4ssn ssnlastfour lastfourssn ' +
      'last4ofssn ssnumber socialsecurity socialsecurityno socialinsurance taxpayerid taxpayeridentificationnumber ' +
      'federaltaxid employeridentificationnumber einnumber tinnumber ssnortin ssntin tfn abn nric nricnumber hkid ' +
      'idcardnumber identitycardnumber identitynumber cedula rut cuit cuil nip regon oib jmbg cnp egn amka afm ' +
      'personalidnumber personalcode isikukood henkilotunnus hetu fodselsnummer cprnumber ssin insz ahvnumber svnr ' +
      'sozialversicherungsnummer idnr partitaiva medicarenumber medicareid passportid driverslicenseno ' +
      'taxidentificationnumber numerofiscal numerosecu numerodesecuritesociale nir cpr steueridnr ' +
      'driverlicense drivinglicense drivinglicence dlnumber inn snils инн снилс ' +
      'piva ahvnummer ahvnr fødselsnummer idcard idcardno 身份证 身份证号 身份证号码 身分證字號 マイナンバー 個人番号 주민등록번호',
  ],
  [
    'account number',
    'accountnumber accountno acctnumber acctno acctnum bankaccount bankaccountnumber kontonummer numerodecuenta ' +
      'numerodecompte ibannumber unmaskednumber iban cif cifnumber membernumber nettellerid customeridentifier ' +
      'acctnbr accountnbr accountnum acctnumb acctid bankaccountno bankacct ddaaccount depositaccountnumber ' +
      'kontonr rekeningnummer numerocuenta numerocompte numerodeconta bban clabe',
  ],
  [
    'card number',
    'cardnumber creditcard creditcardnumber ccnumber ccnum pan cardno cardnum cardpan primaryaccountnumber ' +
      'debitcardnumber creditcardno ccno kreditkartennummer numerotarjeta numerodetarjeta',
  ],
  [
    'personal name',
    'givenname altgivenname familyname middlename firstname lastname fullname maidenname surname nickname ' +
      'preferredusername preferredname cardholdername forename givennames secondname fname lname legalname ' +
      'legalfirstname legallastname birthname mothermaidenname mothersmaidenname contactname accountholder ' +
      'accountholdername holdername nameonaccount nameoncard beneficiaryname payeename recipientname customername ' +
      'individualname membername employeename patientname cardholder signername creditorname debtorname payername sendername remittername comname vorname nachname familienname apellido apellidos ' +
      'primerapellido segundoapellido prenom prenoms nomdefamille cognome sobrenome nomecompleto nombrecompleto ' +
      'voornaam achternaam fornavn etternavn fornamn efternamn imie nazwisko имя фамилия отчество 姓 氏名 姓名 お名前 이름 ' +
      '성명',
  ],
  [
    'postal address',
    'streetaddress address formatted formattedaddress billingaddress shippingaddress address1 address2 ' +
      'addressline1 addressline2 street street1 postaladdress homeaddress mailingaddress postalcode zipcode zip ' +
      'postcode plz codepostal codigopostal cep addressline addressline3 address3 addr1 addr2 addrline1 addrline2 ' +
      'streetaddress1 streetaddress2 streetline1 streetline2 street2 streetname strtnm pstcd adrline straße straßehausnummer residentialaddress legaladdress ' +
      'physicaladdress strasse anschrift direccion indirizzo endereco logradouro domicilio адрес 住所 地址',
  ],
  [
    'birth date',
    'birthdate birthday dateofbirth dob birthdt birthyear yearofbirth dateofbirthday placeofbirth birthplace ' +
      'geburtsdatum geburtstag geburtsort fechadenacimiento fechanacimiento datedenaissance datenaissance ' +
      'datadinascita datanascita datadenascimento datanascimento geboortedatum fodselsdato fodelsedatum ' +
      'dataurodzenia датарождения 生年月日 出生日期 생년월일',
  ],
];

export const personalNames: ReadonlyMap<string, SecretKind> = new Map(
  names.flatMap(([kind, list]) => list.split(' ').map((name) => [name, kind] as const)),
);

/** Names of one word that say as much behind other words: `userEmail`, `billing_postcode`, `applicantDob`. */
export const personalEndings: ReadonlySet<string> = new Set(
  'email phone mobile telephone ssn itin iban surname forename firstname lastname birthdate dob postcode zipcode msisdn'.split(
    ' ',
  ),
);

/** Names that are a person's, or a part of an address, only beside others of their sort: `name`, `displayName`, `line1`. */
export const ambiguousNames: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['name', 'personal name'],
  ['displayname', 'personal name'],
  ['ownername', 'personal name'],
  ['nombre', 'personal name'],
  ['nom', 'personal name'],
  ['nome', 'personal name'],
  ['naam', 'personal name'],
  ['formatted', 'personal name'],
  ['family', 'personal name'],
  ['given', 'personal name'],
  ['nm', 'personal name'],
  ['line', 'postal address'],
  ['line1', 'postal address'],
  ['line2', 'postal address'],
  ['locality', 'postal address'],
  ['account', 'account number'],
  ['id', 'account number'],
  ['identification', 'account number'],
]);
