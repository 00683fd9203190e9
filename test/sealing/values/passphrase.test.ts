import { describeMarked } from '../marked.ts';

describeMarked('a passphrase is sealed as a whole', [
  'my password is «correct horse battery staple» and it fails',
  'and the passphrase: «four blue cats»',
  'the passphrase is "«four blue cats»"',
  'Mein Passwort lautet «blauer Hund kauft Brot»',
  'el password es «cuatro gatos azules grandes»',
  'DB_PASSWORD=«correct horse battery staple»\nDB_HOST=localhost',
  'the password is «correct-horse-battery-staple»',
  "password is '«letmein»'",
  'pw: «Summer2024!»',
  'my password:\n«hello6688!» -- thanks',
]);

describeMarked('what a sentence says of a password stays', [
  'password is correct and the user is active',
  'password is wrong again today',
  'the password is stored encrypted in the database',
  'password is probably not right',
  'password "must be strong"',
  'mein Passwort ist leider nicht mehr gültig',
  'el password es incorrecto desde ayer',
  'password is case sensitive',
  'password: required field',
  'passphrase is not required for this key',
  'DB_PASSWORD=$(pass show db) npm start',
  'password:\nv1.2.3 and HTTP2',
]);
