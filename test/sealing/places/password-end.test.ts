import { describeMarked } from '../marked.ts';

describeMarked('a password is sealed with the marks in it', [
  'password=«Kx(9)pQ)42zz»&user=bob',
  'PASSWORD=«a(b)c(d)e»',
  'PASSWORD=«P@ss,w0rd;9»',
  'password: «ab&cd9Zq!»',
  'PASSWORD=«ab"cd9Zq!»',
  'PASSWORD=«ab<cd>9Zq!»',
  'PASSWORD=«{ab}cd9Zq!»',
  'PASSWORD=«ab|cd9Zq!»',
  'my password is «Kx(9)pQ)42zz» and it fails',
  'my password is «P@ss,w0rd;9»',
]);

describeMarked('what goes on behind a password stays', [
  'Server=db;Password=«hunter2x»;Database=main',
  '{user: bob, password: «hunter2x»,role:admin}',
  '<p>password=«hunter2x»</p>',
  'f(password="«hunter2x»")',
  '| password=«hunter2x»|next |',
  'password=«hunter2x»&lt;',
  'password=get_secret(name)',
  'token=get_token(client_id, scope)',
]);
