import { describeMarked } from '../marked.ts';

const github = 'ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8';
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

describeMarked('a token is sealed to which letters are glued', [
  `key_«${github}» and x«${github}»`,
  `1«${github}»`,
  `it says Bearer«${jwt}»`,
  'the key«AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY»',
  'my«xoxb-1234567890123-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx»',
]);

describeMarked('words that hold the prefix of a token stay', [
  'some_npm_config_value = my_github_pat_rotation_policy_name()',
  'the x-sk-ant-colony and the a-glpat-b',
]);
