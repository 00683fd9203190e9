import { describeMarked } from '../marked.ts';

describeMarked('what stands behind a mark goes on as the value before it does', [
  'stepctl login --client-secret «Zk4vT9qLw2X\nr8NbY3mHs6Pd1» --region eu-west-1',
  'npm config set //registry.example/:_authToken «5cca7a10ff1b\n27da255fadd6c4d1596c14f972bc76adf709» now',
  'password = «7565nrbyhp6j»\n\nPage 3 of 12\n\n«t872f6ekrijkn5mvb06s»\nport = 1617',
  'api_key=«Zk4vT9qLw2X^\nr8NbY3mHs6Pd1» status=401',
  'key: value\napi_key: «Zk4vT9qLw2X`\nr8NbY3mHs6Pd1»\nnext: 1',
  'bob: CLIENT_SECRET=«Zk4vT9qLw2X»\nbob: «r8NbY3mHs6Pd1»\nbob: PORT=8080',
  '┌──────────────────────┐\n│ token: «Zk4vT9qLw2X    │\n│ r8NbY3mHs6Pd1»         │\n└──────────────────────┘',
  'setHeader("X-Api-Key: «Zk4vT9qLw2X" +\n    "r8NbY3mHs6Pd1»");',
]);

describeMarked('what ends as values do in that place is the rest of one, whatever it looks like', [
  'GET https://a.example/r?api_key=«copper-Maple\n-bridge-38»&page=2',
  'Cookie: lang=«en»; sid=«copper-Maple\n-bridge-38»; theme=«dark»\nHost: a.example',
  'Server=db.example;Password=«gel1gcw 31ce5q2zk86yb513pb»;Encrypt=true',
  '<password>«copper-Maple\n-bridge-38»</password>',
]);

describeMarked('what stands behind a whole value is no rest of it', [
  "{ 'X-Api-Key': apiKey, 'X-Request-Id': '2bd3136f-d7e1-4c2f-a80b-75920c185943' }",
  '| client_secret | «Zk4vT9qLw2Xr8NbY3mHs6Pd1» |\n| request_id | c81c8f0f4d1d45b2a7b6a1d0d3c2e1f0 |',
  'stepctl --token «Zk4vT9qLw2Xr8NbY3mHs6Pd1»\nportal-7f8d9c6b5-x2x4z   1/1   Running',
  'client_secret: «StsaClV9BeqZv9XusiLdjL0DyFf6pJnQtf9tnZ1xXaAlSlXmazugdOHINZMXV9tJ»\n0b3cbe400011677aadfa200fe59e993b',
  'https://a.example/r?api_key=«qxR2dQxu8iIiCmW93yjcPoiqgGepA2ff»\neb3d6c8175a34d8e\nAccept: */*',
  'token=«abc123Zqwerty», 00-f2309ebf4101123f87e587e350487d78-801bac09aff6be9d-01 was the request',
  'stepctl --token «1293bc0e7d9da621fc4216f5313bb9f9»\n0f6e2ad4b8c1957330de4a61c2b97f58 was the request',
]);

describeMarked('an item of a list is no rest of what stands above it', [
  'tokens:\n  - «Zk4vT9qLw2Xr8NbY3mHs6Pd1»\n  - «Qx7rM1nWc5Yt3HsK8vLz2Gb6» # new\nport: 1',
  'tokens:\n  - «e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25»\nids:\n  - 3f8c1d7e-52ab-4e09-9c16-7ab0d2e4f581\nport: 1',
  'API key: «Zk4vT9qLw2Xr8NbY3mHs6»\n- Qx7rM1nWc5Yt3HsK8vLz2 is the request id',
  'API key: «Zk4vT9qLw2Xr8NbY3mHs6»\n1. Qx7rM1nWc5Yt3HsK8vLz2 is the request id',
  '# token: «Zk4vT9qLw2X\n# r8NbY3mHs6Pd1»\nport: 1',
]);
