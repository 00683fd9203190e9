/** What takes a user and a password, as two strings or as one with a colon, in lower case and without underscores. */
export const callerNames: readonly string[] = (
  'setbasicauth basicauth httpbasicauth httpdigestauth authorizationbasic basic withbasicauth networkcredential ' +
  'usernamepasswordcredentials usernamepasswordcredential basiccredentials pscredential credentials ' +
  'basicawscredentials awscredentials passwordauthentication httpbasicauthenticator usernametoken storagesharedkeycredential storagecredentials ' +
  'digestauth applybasicauth authentication httpauth apikey userinfo userpassword azurenamedkeycredential createuserwithemailandpassword signinwithemailandpassword signinwithpassword ' +
  'curloptuserpwd curloptproxyuserpwd auth user btoa b64encode base64encode encode64 strictencode64 encodetostring getbytes buffer login signin authenticate twilio'
).split(' ');
