import { describe, expect, it } from 'vitest';
import { sealMarked } from './marked.ts';

describe('a code that a person was sent is sealed', () => {
  it.each([
    'my OTP is «482913» and it says invalid',
    'the 6-digit code «991 203» doesn’t work',
    'sms code «12-34-56»',
    'the code from the SMS is «482913»',
    'code: «4412» is what they texted me',
    'I got the code «482913» by SMS',
    'I typed «482913» from the authenticator app',
    '«482 913» is your Acme verification code. Do not share it.',
    'Use code «482913» to sign in',
    '<#> Your Acme code is: «551029» FA+9qCX9VSu',
    'MFA token «482913» is refused',
    'backup code «8f3k-29dm»',
    'I entered pin «9981» three times',
    'the passcode we got was «7719»',
    'Enter the code: «482913»',
    '{"phone":"unknown","code":"«482913»"}',
    'Ihr Bestätigungscode lautet «551029», die TAN ist «771204»',
    'votre code de vérification est «551029»',
    'el código de verificación: «551029»',
    'il codice di verifica è «551029»',
    'Код подтверждения: «551029»',
    'kod weryfikacyjny: «551029»',
    'doğrulama kodunuz «551029»',
    'verificatiecode: «551029»',
    '您的验证码为«551029»',
    '認証コードは«551029»です',
    '인증번호는 «551029»입니다',
  ])('%s', (paste) => {
    const { actual, expected } = sealMarked(paste);
    expect(actual).toBe(expected);
  });
});

describe('a code that tells of something stays', () => {
  it.each([
    'error code 40001, status code: 401, exit code 137, SQLSTATE code 23505',
    'code: 40001',
    'code 4412 from their API means duplicate',
    'order code 482913, country code 0049, sort code 20-00-00',
    'the code on line 1204 throws',
    'otp expired after 300 seconds, the OTP must have 4 to 6 digits',
    'OTP valid for 1200 seconds',
    'pin 13 on the arduino, pin it to version 1.2.3',
    'the 2FA code is not accepted since 2023',
    '{"code":4412,"message":"otp required"}',
    '{"error":{"code":"400123","message":"Invalid verification code"}}',
    'Fehlercode 40123, código de error 40123, код ошибки 40123, 错误码：40001',
    'the code is returned in the redirect',
  ])('%s', (paste) => {
    const { actual, expected } = sealMarked(paste);
    expect(actual).toBe(expected);
  });
});
