/** Errors, grants, claims, states and other words of the protocols, where a secret could stand. */
export const protocolWords: readonly (readonly [what: string, paste: string])[] = [
  ['error under the name of a session', 'SessionNotFound: invalid_request\n    at /app/x.js:10:5'],
  ['claims asked for', '{"id_token":["birthdate"]}'],
  ['claims asked for 2', 'claims={"id_token":["birthdate","email"],"userinfo":["name"]}'],
  ['grant in form', 'curl https://a.example/token -d grant_type=client_credentials -d scope=openid'],
  ['grant types', '{"token":"client_credentials","session":"authorization_code"}'],
  ['token type', '{"token_type":"Bearer","token":"bearer"}'],
  ['code words', '{"error":"x","code":"invalid_grant"}\ncode: invalid_grant\ncode=invalid_grant&state=x'],
  ['session state', '{"session":"expired","cookie":"missing","token":"revoked","signature":"invalid"}'],
  ['yaml state', 'password: required\ntoken: missing\nsecret: none\nsession: active\ntoken: null\npassword: true'],
  ['null', '{"token": null, "access_token":null,"password":false,"secret":"null"}'],
  [
    'www auth as Authorization',
    'Authorization: Bearer error="invalid_token", error_description="The access token expired", scope="openid profile"',
  ],
  ['fault names', '{"token":"INVALID_SESSION_ID","session":"TokenExpired","signature":"SignatureDoesNotMatch"}'],
  ['fault kebab', 'token: token-expired\nsession: session_not_found\nsignature=mismatch&x=1'],
  [
    'fetch',
    "fetch(url, { credentials: 'include', mode: 'cors' })\nfetch(url, { credentials: 'same-origin' })\ncredentials: 'omit'",
  ],
  ['algs', '{"signature":"RS256","token_endpoint_auth_signing_alg":"ES256","hmac":"HS256"}'],
  [
    'security scheme',
    'security:\n  - bearerAuth: []\ncomponents:\n  securitySchemes:\n    bearer:\n      type: http\n    cookie: apiKey',
  ],
  ['matrix', 'GET /a;jsessionid=‹session 1›?x=1&page=2'],
  ['password form', 'grant_type=password&response_type=token&prompt=login'],
  [
    'urn',
    'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&token=urn:ietf:params:oauth:token-type:access_token',
  ],
  ['errors list', '{"errors":[{"field":"password","code":"required"},{"field":"token","code":"invalid"}]}'],
  [
    'spring',
    '{"timestamp":"2026-01-01","status":401,"error":"Unauthorized","exception":"InvalidTokenException","message":"Access token expired: session"}',
  ],
  ['aws', '<Code>SignatureDoesNotMatch</Code><Token>InvalidToken</Token>'],
  ['graphql', '{"errors":[{"extensions":{"code":"UNAUTHENTICATED","session":"UNAUTHENTICATED"}}]}'],
  ['response', 'response_type=code id_token\n{"tokens":["access","refresh"]}'],
];
