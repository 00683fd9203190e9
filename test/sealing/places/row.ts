/** A place where a secret stands in pastes: one row a place. `kept` must survive. */
export interface PlaceRow {
  readonly place: string;
  readonly paste: (secret: string) => string;
  readonly kept?: readonly string[];
}

export const host = 'https://digital.garden-fi.com/a/consumer/api/v0';
export const clientId = 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa';
export const userId = '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310';
export const requestId = '0f6e2ad4b8c1957330de4a61c2b97f58';

export const encoded = encodeURIComponent;

export function json(value: unknown): string {
  return JSON.stringify(value);
}

export function base64(text: string): string {
  return btoa(text);
}

/** As text or attribute of XML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

export function row(place: string, paste: (secret: string) => string, ...kept: readonly string[]): PlaceRow {
  return { place, paste, kept };
}
