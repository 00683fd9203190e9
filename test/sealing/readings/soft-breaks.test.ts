import { describeMarked } from '../marked.ts';

describeMarked('a secret is sealed across a line break that is none', [
  'curl -d client_secret=«Zk4vT9qLw↵\n2Xr8NbY3mHs6Pd1» -d scope=openid',
  'client_secret=«Zk4vT9qLw…\n…2Xr8NbY3mHs6Pd1»',
  'Authorization: Bearer «Zk4vT9qLw\\\n2Xr8NbY3mHs6Pd1»',
  '| client_secret=«Zk4vT9qLw |\n| 2Xr8NbY3mHs6Pd1 |»',
  'client_secr\net=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»\nscope=openid',
  'Hi, we set all of it up yesterday and my client sec\nret is «Zk4vT9qLw2Xr8NbY3mHs6Pd1» but it fails',
  'for the new integration we were told that the password of it\nis «hunter2x» and it still fails',
  'for the new integration we were told that the client secret is\n«Zk4vT9qLw2Xr8NbY3mHs6Pd1» and it still fails',
  'curl -d client_secret=«Zk4vT9qLw\n2Xr8NbY3mHs6Pd1» -d scope=openid',
]);

describeMarked('what stands on the next line stays', [
  'we asked for a new one yesterday and they sent us a token\nclient_id: c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa',
  'I do not know what is wrong with it since we have the secret\nx-request-id: 0f6e2ad4b8c1957330de4a61c2b97f58',
  'the request that we send to the server with this access token\nanswers 401 and the trace is 0f6e2ad4b8c1957330de4a61c2b97f58',
  'TOKEN=$TOKEN \\\npython3 -m client2 -d abc',
  '| token | status |\n| --- | --- |\n| expired | 401 |',
  'see step 1…\nkey: value',
  'I am not sure which of these two is really the access token\n7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310 is the user id',
]);

describeMarked('a line that starts as the one before it does is no rest of it, whatever its length', [
  '[AcmeClient#getUsers] Authorization: Bearer «d8abf3b7-bc09-4c8e-aef5-d40841e93879»\n[AcmeClient#getUsers] Accept: */*',
  'http.setRequestHeader "Authorization", "Bearer «aZXawvKxDQCEye9xqb0OhPIFXUm8f7K»"\nhttp.setRequestHeader "A", "b"',
]);
