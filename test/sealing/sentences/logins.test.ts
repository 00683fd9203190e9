import { describeMarked } from '../marked.ts';

describeMarked('a password beside its user is sealed', [
  'login is bob / «hunter2»',
  'log in as bob:«hunter2»',
  'I log in as bob with «hunter2»',
  'creds bob:«hunter2»@host',
  'creds are bob:«dragon»',
  'here are the creds:\nbob\n«hunter2»',
  'user/pass: bob/«hunter2»',
  'username and password are bob and «hunter2»',
  'u: bob p: «hunter2»',
  'u/p bob/«hunter2»',
  'username: bob, password: «dragon»',
  'basic auth with bob:«hunter2»',
  'admin:«Passw0rd» and root / «toor#2024!»',
  'demo account: bob / «hunter2»',
  'Zugangsdaten: bob / «drachen!»',
]);

describeMarked('what stands beside a user and is no password stays', [
  'username/password is incorrect',
  'login is via SSO / OIDC',
  'login as admin / user both fail',
  'log in as bob / alice',
  'user: bob / role: admin',
  'creds / secrets rotation',
  'credentials: include / mode: cors in fetch',
  'scope admin:write, admin:read',
  'test:unit fails',
  'the user bob / 7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310',
  '{ user: u, password: pwd }',
  'username: string, password: string',
  'login to https://x.example/a1',
  'chown root:root /etc/a1',
  'basic plan / premium2',
  'SSO login fails with AADSTS50011: no match',
  'the login ends with AADSTS65001 for some',
]);
