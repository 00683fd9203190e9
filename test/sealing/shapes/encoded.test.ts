import { describe, expect, it } from 'vitest';
import { seal } from '../../../src/sealing/seal.ts';

function sealed(text: string): string {
  return seal(text, [], { personalData: true }).text;
}

describe('base64 that nothing names', () => {
  it.each([
    ['a password of a person’s making', 'bob:Sunflower-tandem42'],
    ['a short one', 'ops.team:Tr4ffic&Cones'],
    ['a mail address before it', 'bob@pets.example:Sunflower_tandem42'],
    ['a random secret', 'pets-app:Xq7vB2nLw9Tz4RkP8mYs'],
    ['a client id and its secret', 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa:e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25'],
  ])('is sealed as credentials, for it holds a user and %s', (_what, pair) => {
    expect(sealed(`the header I send is ${btoa(pair)}, and I get a 401`)).toBe(
      'the header I send is ‹credentials 1›, and I get a 401',
    );
  });

  it.each([
    ['a node of GraphQL', 'User:7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310'],
    ['a node with a name of its own', 'Product:Blue-Shirt42'],
    ['a node of a shop', 'gid://shopify/Product/7231564587210'],
    ['a cursor', 'cursor:v2:WzEyLCJhIl0_Ab1'],
    ['a cursor that is encoded itself', `cursor:${btoa('[1751900400123,"a81c"]')}`],
    ['a place in a list', 'arrayconnection:1000000042'],
    ['a region', 'region:us-east-1:cluster-42'],
    ['words', 'message:please try again later'],
  ])('stays where it is %s', (_what, text) => {
    expect(sealed(`id ${btoa(text)} is gone`)).toBe(`id ${btoa(text)} is gone`);
  });
});
