import { describe, expect, it } from 'vitest';
import { seal } from '../../../src/sealing/seal.ts';

function sealed(text: string): string {
  return seal(text, [], { personalData: true }).text;
}

const hex = '9f86d081884c7d659a2feaa0c55ad015';
const base64 = 'Qx9vT2mK8bN4rW7yZ1aD5fG3hJ6lP0sEuIoYcVtBnMq=';
const uuid = 'ec521d61-17da-4fec-a84a-2dfa3497d342';
const random = 'q7Zx2Lm9Kd4Rt8Vb3Nc6Wy1P';

describe('names that vendors give their keys', () => {
  it.each([
    ['OpenWeather', `https://api.openweathermap.org/data/2.5/weather?q=Reno&appid=${hex}&units=metric`],
    ['Honeycomb', `HONEYCOMB_WRITEKEY=${hex}`],
    ['Azure Storage', `process.env.AZURE_STORAGE_KEY = '${base64}'`],
    ['Code Climate', `CC_TEST_REPORTER_ID: ${hex}${hex}`],
    ['PagerDuty', `{"routing_key":"${hex}","event_action":"trigger"}`],
    ['Coinbase', `CB-ACCESS-SIGN: ${base64}`],
    ['Kraken', `headers = {"API-Sign": "${base64}"}`],
    ['OVHcloud', `X-Ovh-Consumer: ${random}`],
    ['New Relic', `curl https://insights-api.newrelic.com/v1 -H "X-Query-Key: ${random}"`],
    ['Jenkins', `Jenkins-Crumb: ${hex}`],
    ['WordPress', "define('AUTH_SALT', '9$Xj|k;2~%Lw>Q!0vZ)aY4m{e^Rt7@pB+c8_dS1-fG3=hJ5<kM6?nP');"],
    ['a wallet', 'MNEMONIC="test walk nut penalty hip pave soap entry language right filter choice"'],
    ['a service whose keys are UUIDs', `POSTMARK_KEY=${uuid}\nstripeKey: ${uuid}`],
    ['OVHcloud, in short', `OVH_AS=${random}\nHUAWEICLOUD_SK=${random}`],
    ['a community of SNMP', `snmp_community: ${random}`],
    ['Datadog', `let datadogKey: String = "${hex}"`],
    ['ThingsBoard', `curl -d '{"t":25}' https://thingsboard.cloud/api/v1/${random.slice(0, 20)}/telemetry`],
    ['a seed', `WALLET_SEED=${hex}${hex}`],
    ['a HAR', `{"name":"X-Tableau-Auth","value":"${random}"}`],
  ])('%s', (_vendor, paste) => {
    const text = sealed(paste);
    expect(text).toMatch(/‹[a-zA-Z ]+ 1›/);
    for (const value of [hex, base64, random.slice(0, 20), '9$Xj|k;2', 'walk nut']) expect(text).not.toContain(value);
  });

  it.each([`config.heroku.key = "${uuid}"`, `Heroku key: ${uuid}`, `hubspot_key=${uuid}`])('%s', (paste) => {
    expect(sealed(paste)).not.toContain(uuid);
  });

  it.each([
    `PRIMARY_KEY: ${uuid}`,
    `snyk.project.id = "${uuid}"`,
    '{"sign":"aries,"salt":"sea salt","crumb":"Home > Products","routing_key":"orders.created.v2"}',
    'GET /horoscope?sign=libra&appid=wx1234567890abcdef',
    `CACHE_KEY=${hex}`,
    "storageKey: 'my-app-theme'",
    '{"name":"Content-Type","value":"application/json"}',
    '{"name":"sort-key","value":"user-2024-11-05-reno"}',
  ])('leaves %s', (paste) => {
    expect(sealed(paste)).toBe(paste);
  });
});

describe('a key and its secret, handed on together', () => {
  const id = 'AKIAQ7XN5ZKMPR2LWTUV';
  const secret = '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';

  it.each([
    `${id}:${secret}`,
    `${id}\n${secret}\n`,
    `"${id}", "${secret}"`,
    `new BasicAWSCredentials("${id}", "${secret}")`,
    `AwsBasicCredentials.create("${id}", "${secret}")`,
  ])('%s', (paste) => {
    const text = sealed(paste);
    expect(text).not.toContain(id);
    expect(text).not.toContain(secret.slice(0, 12));
    expect(text.match(/‹/g)).toHaveLength(2);
  });

  it('leaves a commit behind a key', () => {
    const commit = '830d50c8f1b2a3d4e5f60718293a4b5c6d7e8f90';
    expect(sealed(`${id} ${commit}`)).toBe(`‹API key 1› ${commit}`);
  });

  it('seals the password that Go’s driver for MySQL takes', () => {
    expect(sealed('app:pa$$w0rd#1@tcp(db.internal:3306)/orders?parseTime=true')).toBe(
      'app:‹password 1›@tcp(db.internal:3306)/orders?parseTime=true',
    );
  });
});
