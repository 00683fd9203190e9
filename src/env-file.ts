/**
 * Settings may stand in a file `.env` of the working folder; what the environment already has wins. Returns the names of
 * what the file added.
 */
export function readEnvFile(): readonly string[] {
  const before = new Set(Object.keys(process.env));
  try {
    process.loadEnvFile();
  } catch {
    // There is none: the environment is all there is.
  }
  return Object.keys(process.env).filter((name) => !before.has(name));
}
