import { describeMarked } from '../marked.ts';

const hex = '8fa2c6d14e5749c0a1d2e3f4a5b6c7d88fa2c6d14e5749c0a1d2e3f4a5b6c7d8';
const base64 = 'K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=';

describeMarked('a signature is sealed, and not when and how it was made', [
  `Stripe-Signature: t=1717000000,v1=«${hex}»,v0=«${hex.replace('8f', '1c')}»`,
  `"stripe-signature": "t=1717000000,v1=«${hex}»"`,
  `X-Hub-Signature-256: sha256=«${hex}»`,
  `webhook-signature: v1,«${base64}»`,
  `Paddle-Signature: ts=1671552777;h1=«${hex}»`,
  `Signature: sig1=:«${base64}»:`,
]);

describeMarked('a signature in another form is sealed as a whole', [
  'X-Signature: «v1=short»',
  `X-Signature: «t=now,v1=${hex}»`,
  `X-Shopify-Hmac-Sha256: «${base64}»`,
]);
