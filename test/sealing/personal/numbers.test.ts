import { describeMarked } from '../marked.ts';

describeMarked('numbers of cards are sealed, whoever issues them', [
  'card «3782 822463 10005» declined',
  'card «378282246310005» declined',
  'card «6011 1111 1111 1117» declined',
  'card «3530 1113 3330 0000» declined',
  'card «30569309025904» declined',
  'card «2223 0031 2200 3222» declined',
  'card «6200 0000 0000 0005» declined',
  'card «6304000000000000» declined',
]);

describeMarked('numbers of phones are sealed behind their name in any script, and as they are dialled', [
  '手机号 «13812345678» 收不到验证码',
  '電話番号: «03-1234-5678»',
  'тел. «8 912 345-67-89»',
  '전화번호 «010-1234-5678»',
  'call me at «(415) 555-0132»',
]);

describeMarked('addresses of mail are sealed, and files with a scale in their name stay', [
  'CI Bot <«ci@corp.example»>',
  'the images logo@2x.png and icon@3x.jpeg give 404',
]);
