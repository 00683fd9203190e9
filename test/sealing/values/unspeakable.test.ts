import { describe, expect, it } from 'vitest';
import { isUnspeakable } from '../../../src/sealing/values/unspeakable.ts';

describe('letters at random', () => {
  it.each(['qwmzhtrvbplxkcnsdgfj', 'hgmetfofydcbxaakwhyuxlzfp', 'mvvaldngzirdkciavalap', 'CbEzKzyspYpYPjryGOgzmq'])(
    'are told from words: %s',
    (text) => expect(isUnspeakable(text)).toBe(true),
  );

  it.each([
    'internationalization',
    'getElementsByClassName',
    'Rechtsschutzversicherungsgesellschaften',
    'Geschichtsschreibung',
    'przedsiębiorstwo',
    'verzekeringsmaatschappij',
    'anticonstitutionnellement',
    'WSAECONNREFUSED',
    'javax.net.ssl.SSLHandshakeException',
    'client_secret_post',
  ])('are not words: %s', (text) => expect(isUnspeakable(text)).toBe(false));
});
