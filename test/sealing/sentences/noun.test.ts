import { describeMarked } from '../marked.ts';

describeMarked('the code that a sign-in gives is sealed, told in words', [
  'the code from the redirect is «dGhpc2lzYXNlY3JldHRva2Vu»',
  'the code I received in the callback: «SplxlOBeZQQYbYS6WxSbIA»',
  'I exchange the code «dGhpc2lzYXNlY3JldHRva2Vu» and get invalid_grant',
]);

describeMarked('other codes stay', [
  'error code from the callback is invalid_grant',
  'the status code I get back is 401',
  'The code in the redirect handler is src/auth/redirect2.ts',
  'the code in the browser console is ERR_CERT_AUTHORITY_INVALID',
  'The error code in the callback URL is 7a1b2c3d4e5f60718293',
]);

describeMarked('a page has its buttons between a secret’s name and its value', [
  'Client Secret\tReset\n«9f3c1e7a-5b2d-4c8e-a1f6-3d7b9e0c2f4a»',
  'Client ID\tCopy\nc5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa\nClient Secret\tShow\tCopy\n«9f3c1e7a-5b2d-4c8e-a1f6-3d7b9e0c2f4a»\nRedirect URIs',
  'API token Regenerate\n«4c1f9a7be2d84f0c9b3a6d5e7f801234»\nLast used 3 days ago',
]);

describeMarked('a key that a person calls theirs is sealed, whatever it looks like', [
  'my key is «9f3c1e7a-5b2d-4c8e-a1f6-3d7b9e0c2f4a»',
  'the key they gave us is «xK9mQ2vLp7R»',
  'use this key: «xK9mQ2vLp7R»',
  'our API key is «4829103756» and the API key I use is «sunsetHorse42»',
]);

describeMarked('what a program prints or a page shows once is sealed', [
  '$ cat /var/jenkins_home/secrets/initialAdminPassword\n«8d4f1a6be27c093f5a1db84ce60f927d»',
  '$ argocd admin initial-password -n argocd\n«xK9mQ2vLp7R»',
  "Access token created. Copy it now, you won't see it again: «xK9mQ2vLp7R»",
  'Password for the elastic user (reset with `bin/elasticsearch-reset-password`):\n  «xK9mQ2vLp7R»',
  '$ cat token.txt\ncat: token.txt: No such file',
  'the token was created. Save the file as token.json: then restart',
]);

describeMarked('columns are told by the line below their headings, or by their number', [
  'id          name       password\n----------- ---------- ------------\n          1 bob        «xK9mQ2vLp7R»',
  'UserName Password\n-------- --------\nbob      «xK9mQ2vLp7R»',
  '     host        password\n    "db1" "«sunsetHorse42»"',
  '====== Data ======\nKey     Value\n---     -----\nhost    db1.example.com\nmain    «xK9mQ2vLp7R»',
]);

describeMarked('a secret of which only the start is told is sealed too', [
  'The client secret starts with «9f3c1e7a-5b2d-4c8e»',
  'the token starts with a dot, and the password ends with a digit',
]);

describeMarked('what opens a session is its id', [
  '"session":{"id":"«dGhpc2lzYXNlY3JldHRva2Vu»","user":"ada"}',
  '"session": { "id": 12, "user": "ada" }',
  '"session":{"id":"training-4711","name":"training"}',
]);

const pair = (text: string) => Buffer.from(text).toString('base64');

describeMarked('a user and a secret in base64 are credentials wherever they stand', [
  `base64 of it is «${pair('c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa:9f3c1e7a-5b2d-4c8e-a1f6-3d7b9e0c2f4a')}»`,
  `→ «${pair('ada:Xk29fLq8ZvR4tNw7Yb3Hs6Jd')}»`,
  `the node ${pair('User:9f3c1e7a-5b2d-4c8e-a1f6-3d7b9e0c2f4a')} and the cursor ${pair('arrayconnection:1204')}`,
]);

describeMarked('who passes something says no password', [
  'can I pass X-Api-Version2 in the URL?',
  'we have to pass scope1x too',
  'user bob pass «hunter2Xq9»',
]);

describeMarked('a header whose closing quotation mark is missing ends before the next option', [
  'curl https://a.example -H "Authorization: Bearer «abcdefg12345» -H "Accept: application/json"',
  "curl https://a.example -H 'Authorization: «abcdefg12345» -H 'X-Trace: 1'",
]);

describeMarked('a scheme stays where the blank behind it is missing', [
  'Authorization: Bearer$TOKEN',
  'Authorization: Bearer«eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl»',
]);

describeMarked('what has a name of its own below a secret is looked at by itself', [
  'SECRET=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»\ncode_challenge_method=S256',
  'level=info token=«Zk4vT9qLw2Xr8NbY3mHs6Pd1» code_challenge_method=S256 dur=12ms',
  'the token some_thing=«Zk4vT9qLw2Xr8NbY3mHs6Pd1» is old',
]);
