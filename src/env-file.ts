export interface EnvFile {
  /** The names of what the file added. */
  readonly names: readonly string[];
  /** Why it could not be read, in a sentence; undefined where there is none. */
  readonly problem?: string;
}

/** Settings may stand in a file `.env` of the working folder; what the environment already has wins. */
export function readEnvFile(): EnvFile {
  const before = new Set(Object.keys(process.env));
  try {
    process.loadEnvFile();
  } catch (error) {
    // Where there is none, the environment is all there is.
    const isThere = !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
    if (isThere) return { names: [], problem: '`.env` cannot be read. It must be a file that you may read.' };
  }
  return { names: Object.keys(process.env).filter((name) => !before.has(name)) };
}
