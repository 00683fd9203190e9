// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pastes hold the placeholders of other languages.
import { describeMarked } from '../marked.ts';

describeMarked('a string that code passes beside the name of a secret is sealed', [
  'print("password: ", "«hunter2x»")',
  'print("password: %s" % ("«hunter2x»",))',
  'print("password: {}".format("«hunter2x»"))',
  'console.log(`token: ${"«abc9Zq8x»"}`)',
  'logger.info("user {} secret {}", "bob", "«abc9Zq8x»")',
  "printf 'password=%s\\n' '«hunter2x»'",
  'Console.WriteLine("password: {0}", "«hunter2x»");',
  'NSLog(@"token: %@", @"«abc9Zq8x»");',
  'expect(password).toBe("«hunter2x»")',
  'strcmp(password, "«hunter2x»")',
  'checkPassword("bob", "«hunter2x»")',
  'bcrypt.compare("«hunter2x»", hash)',
]);

describeMarked('what else code passes there stays', [
  'print("password: ", password)',
  'console.log("token:", res.data.token)',
  'logger.error("token invalid: {}", "expired2")',
  'logger.info("token for user {} is {}", userId, token)',
  'expect(token).toBe("expired")',
  "throw new ApiError('token', 'invalid_grant')",
  'raise ValueError("password", "too short")',
  'localStorage.getItem("token")',
  'console.log("token: " + "https://a.example/v1")',
]);
