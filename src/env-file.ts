/** Settings may stand in a file `.env` of the working folder; what the environment already has wins. */
export function readEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch {
    // There is none: the environment is all there is.
  }
}
