import { describeMarked } from '../marked.ts';

describeMarked('a value is sealed as a whole that a way here has cut', [
  'X-Api-Key: «w4px07rm-\njem5pwhb-8nqnvwme-cbi6oxze»\nContent-Type: application/json',
  'Authorization: Bearer «hVyfIx\n  qtQcIvgVRQyyw5X6nu»\nAccept: application/json',
  'Hi team, our access token is «j3r0HDHR\n> TnpUlnsvZ1GVNji7m8FTqn3f» and we get 401',
  'auth failed user=portal api_key=«TX4PdiOICFyLIWB \nL3iwVTt55P3x7TVoKELZ1BiWG» status=401',
  'docker run -e API_KEY=«a9c9shyb263q8cz94xsb44tl<wbr>67qma8lp257p» -e LOG_LEVEL=debug',
  'DB_PASSWORD: «dth4pq84qnbsb5</b><b>9uuhahem9g095to45if0wl»\nNODE_ENV: production',
  'docker run -e TOKEN=«WCNi20lciijKxmgokSsNe3ye \\\n  I9f1wLF3nlyt» -e LOG_LEVEL=debug',
  'password = «26ed530b73c1\n5b7fd8b69ad7c1696501\n04ab33c01»\nhost = db.example.com',
  'apikey=«717ea895-6598-0a7\n4-842b-6c0a0123b5af»\nreturns 403',
  'DATABASE_URL=postgres://portal:«1x4n15991k6j0nwpkco\ngohw5wylnhrvwjulr»@db.example.com:5432/app',
  'session_token: «WfK8q2LmZ7xRt4\n\nVb9NcY3mHs6Pd1Qe»\ntimeout: 30',
  'api_key = «Gef1O3iXQoptc3lC[...]5LEItjDHUD3f5»\nport = 3306',
  'Error: the token "«xrH3wTz4Dw7MKaF96 8m6MOlAq2Zk7»" is not valid\ncode 1042',
  'GET /a HTTP/1.1\nAuthorization: Bea\nrer «Zk4vT9qLw2Xr8NbY3mHs6Pd1»\nAccept: */*',
]);

describeMarked('what stands below a whole value is no rest of it', [
  'API_KEY=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»\n7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310\nPORT=8080',
  'API_KEY=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»\n0f6e2ad4b8c1957330de4a61c2b97f58 was the request',
  'API_KEY=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»\nportal-7f8d9c6b5-x2x4z   1/1   Running',
  'API_KEY=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»\nip-10-0-32-154.ec2.internal\nPORT=8080',
  'API_KEY=«Zk4vT9qLw2Xr8NbY3mHs6Pd1»\n- 38cde9d012aee933-FRA\nPORT=8080',
  'token: «Zk4vT9qLw2Xr8NbY3mHs6Pd1»\ni-0067b75727eb1b294 is the instance',
  'token: «Zk4vT9qLw2Xr8NbY3mHs6Pd1» 9f7eef4892129f7eef489212 is the trace',
  'secret = «1293bc0e7d9da621fc4216f5313bb9f9»\n0f6e2ad4b8c1957330de4a61c2b97f58\nport = 3306',
]);

/** Both side by side; the marks take no room. */
function beside(left: readonly string[], right: readonly string[]): string {
  const width = Math.max(...left.map((line) => line.replace(/[«»]/g, '').length));
  return left
    .map((line, index) => `${line}${' '.repeat(width - line.replace(/[«»]/g, '').length)} | ${right[index]}`)
    .join('\n');
}

describeMarked('a value goes on below in the left one of two texts', [
  beside(
    [
      'GET /reports HTTP/1.1',
      'scope=openid&api_key=«w4px07rmQ8sd72Kfjem5pwhb8q»',
      '«oxzeR5tY7uI9oP2a»&format=csv',
      '401',
    ],
    ['our notes', 'the key', 'that they sent', 'on Monday'],
  ),
]);
