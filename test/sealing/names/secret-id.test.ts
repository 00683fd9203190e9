import { describeMarked } from '../marked.ts';

const id = '0d4c5b7e-91aa-4e2b-8f17-33c2a6d9e804';

describeMarked('the secret id of a role of Vault is sealed', [
  `secret_id: «${id}»`,
  `VAULT_SECRET_ID=«${id}»`,
  `Role ID: 7f3a9c0d-1e2b-4a5c-8d7e-8f90a1b2c3d4\nSecret ID: «${id}»`,
  `role id 7f3a9c0d-1e2b-4a5c-8d7e-8f90a1b2c3d4, secret id «${id}»`,
  `Role ID,Secret ID\n7f3a9c0d-1e2b-4a5c-8d7e-8f90a1b2c3d4,«${id}»`,
]);

describeMarked('the id of a secret of Azure stays', [`Secret ID: ${id}`, `the secret ID is ${id}`]);
