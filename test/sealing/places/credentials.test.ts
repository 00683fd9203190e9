import { describeMarked } from '../marked.ts';

describeMarked('credentials are sealed up to what a person wrote behind them', [
  'Authorization: Basic «Ym9iOmh1bnRlcjI=» (bob)',
  'Authorization: Basic «YWxpY2U6czNjcjN0UGFzcyE=» <- alice',
  'Authorization: Bearer «Zk4vT9qLw2Xr8NbY3mHs6Pd1» # prod',
  '*Authorization: Basic «dTpzdW5mbG93ZXJUYW5kZW0=*»',
]);

describeMarked('the value of a cookie is sealed, and its name stays', [
  'proxy_set_header Cookie "sid=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»";',
  'the cookie is sid=«Zk4vT9qLw2Xr8NbY3mHs6Pd1» and it is sent',
  'our cookie «Zk4vT9qLw2Xr8NbY3mHs6Pd1» is old',
  'the cookie is «9b1c7f3be5a9d2068441ef5b72d3ca80==»',
]);

describeMarked('hashes and responses that can be tried out are sealed', [
  'admin::CORP:«1122334455667788:5eb63bbbe01eeda9f0b1a2c3d4e5f607:0101000000000000c0653150de09d201f1a2b3c4d5e6f708»',
  'bob::DEV:«9bc1f3e5a7d2c4b6e8f0a1b3c5d7e9f1a3b5c7d9e1f3a5b7:d1c3b5a79b8d7f6e5d4c3b2a19f8e7d6c5b4a3f2e1d0c9b8:1122334455667788»',
  '| bob | % | «*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19» |',
]);

describeMarked('a token that is all of the user information of an address is sealed', [
  'git clone https://«aB3dE5fG7hJ9kL1mN3»@git.example/x.git',
  'dsn https://«9b1c7f3be5a9d2068441ef5b72d3ca80»@sentry.example/4',
]);

describeMarked('an authorization code is told by what stands beside it', [
  'POST https://a.example/oidc/token with code=«abc123XYZ» and client_secret=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»',
  'invalid_grant, and I sent code=«Zk4vT9qLw2Xr8NbY3mHs6Pd1» once',
  'level=error code=abc123XYZ status=400',
  'invalid_grant code=E11000 status=400',
]);
