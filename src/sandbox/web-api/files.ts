import { fileToWire } from '../messages.ts';
import { failed, type Method, ok, tier4 } from './method.ts';

/** https://docs.slack.dev/reference/methods/files.info */
const info: Method = {
  scopes: ['files:read'],
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const file = workspace.files.get(args.text('file') ?? '');
    if (file === undefined) return failed('file_not_found');
    const text = file.mode === 'snippet' ? { content: new TextDecoder().decode(file.content) } : {};
    return ok({ file: fileToWire(workspace, file), ...text, comments: [], response_metadata: { next_cursor: '' } });
  },
};

export const filesMethods: Readonly<Record<string, Method>> = { 'files.info': info };
