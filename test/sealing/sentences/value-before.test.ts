import { describeMarked } from '../marked.ts';

const random = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';
const id = 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa';

describeMarked('a value before its name is sealed', [
  `I use «${random}» as the client secret`,
  `is «${random}» the right token?`,
  `> «${random}» (the client secret)`,
]);

describeMarked('what ends before a sentence about a secret stays, and its own value is sealed', [
  `client id: ${id}. My password is «${random}». Thanks`,
  `Request ID: ${id}. The access token I sent: «${random}».`,
  `trace id: 4bf92f3577b34da6a3ce929d0e0e4736. My token is «${random}»`,
]);

describeMarked('a column whose name ends in a number is a column', [
  `id,x-amz-id-2,api_key,status\n1,8fa2c6d14e57,«${random}»,401`,
]);
