import { describeMarked } from '../marked.ts';

describeMarked('what a command takes as a secret by its place is sealed', [
  'net use Z: \\\\fs01\\share «P4ssw0rdXy» /user:CORP\\bob',
  'runas /netonly /user:CORP\\bob «S3cr3tPwd99»',
  'schtasks /create /tn nightly /tr c:\\job.cmd /sc daily /ru CORP\\bob /rp «P4ssw0rdXy»',
  'signtool sign /f cert.pfx /p «P4ssw0rdXy» app.exe',
  'smbclient //fs01/share «P4ssw0rdXy» -U bob',
  'pdftotext -upw «P4ssw0rdXy» in.pdf',
  'swaks --to a@b.example --auth-user bob -ap «P4ssw0rdXy»',
  'nikto -h https://a.example -id bob:«P4ssw0rdXy»',
  '/msg NickServ IDENTIFY bob «Tr0ub4dor99»',
  'wpa_passphrase "My Net" «Zk4vT9qLw2Xr»',
  'iwconfig wlan0 key s:«Zk4vT9qLw2Xr8»',
  'rclone obscure «P4ssw0rdXy»',
  'sudo -S <<< «P4ssw0rdXy» apt update',
  'openssl passwd -6 «P4ssw0rdXy»',
  'openssl dgst -sha256 -mac HMAC -macopt hexkey:«9b1c7f3be5a9d2068441»',
  'etcdctl user add bob:«P4ssw0rdXy»',
  'username admin password 7 «0822455D0A16544541»',
  'tacacs-server key 7 «0822455D0A16544541»',
  'bob : EAP "«P4ssw0rdXy»"',
  'nuget push Acme.1.2.0.nupkg «9b1c7f3be5a9d2068441ef5b72d3ca80»',
  'pulumi login; algolia api-key store 4f2c9e «9b1c7f3be5a9d2068441ef5b72d3ca80»',
  'rabbitmqctl change_password bob «P4ssw0rdXy»',
  'mc config host add store https://s3.example «AKX0SFODNN7QQ» «wJalrXUtnFEMIK7MDENGbPxRfiCY»',
  'snyk auth «3f2c8d90-1b7e-4a65-9d08-c2e1f4a7b356»',
  'cargo login --registry acme «cioAb3dE5fG7hJ9kL1mN3pQ5rS7tU9vW»',
  'bw login bob@mail.example «P4ssw0rdXy»',
  'buildkite set-agent-token acme «9b1c7f3be5a9d2068441»',
  'ldappasswd -H ldap://a.example -D cn=admin -s «P4ssw0rdXy»',
  'gh secret set DEPLOY_KEY -b «9b1c7f3be5a9d2068441»',
  'sqlcmd -S db1 -U sa -P «P4ssw0rdXy»',
  'zip -P «P4ssw0rdXy» out.zip a.txt',
  'machine a.example login bob password «sunflowerTandem»',
  'machine a.example\n  login bob\n  password «sunflowerTandem»\ndefault login any password «hello»',
  'machine a.example login bob password <your password>',
  'machine a.example login bob password YOUR_PASSWORD',
  'the machine default login page has a password field',
  '<pre><code>$ gcloud auth print-access-token\n«e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25»</code></pre>',
]);

describeMarked('what a call takes as a secret by its place is sealed', [
  'mysql.connector.connect("db1", "bob", "«P4ssw0rdXy»")',
  "SELECT EncryptByPassPhrase('«P4ssw0rdXy»', ssn)",
  'Connection(server, "cn=admin,dc=example", "«P4ssw0rdXy»")',
  'client.run("«MTk4NjIyNDgzNDcxOTI1MjQ4Cl2FMQZnCjm1»")',
  'WiFi.begin("office", "«P4ssw0rdXy»");',
]);

describeMarked('an address that whoever has it may use is sealed', [
  'https://hooks.example/services/T01ABCDEF/B02GHIJKL/«aB3dE5fG7hJ9kL1mN3pQ5rS7»',
  'https://acme.webhook.example/IncomingWebhook/«9b1c7f3be5a9d2068441ef5b72d3ca80»',
  'https://calendar.example/ical/private-«9b1c7f3be5a9d2068441ef5b72d3ca80»/basic.ics',
]);

describeMarked('what people say they send is sealed', [
  'my auth header is «Zk4vT9qLw2Xr8NbY3mHs» and I get a 401',
  'auth header «Zk4vT9qLw2Xr8NbY3mHs», no scheme',
  'the auth header is missing, request 0f6e2ad4b8c1957330de4a61c2b97f58',
  'auth header authorization-missing in the rule',
]);
