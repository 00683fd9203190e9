import { problemsOfView } from '../blocks/validate.ts';
import { isJsonObject, type JsonObject, stringMember } from '../json.ts';
import { takeTrigger } from '../triggers.ts';
import { changeView, externalIdTaken, openView, publishHome, viewToWire } from '../views.ts';
import type { StoredView, Trigger, Workspace } from '../workspace.ts';
import { type Args, failed, type Method, ok, type Reply, tier4 } from './method.ts';

/** A view larger than this is refused: https://docs.slack.dev/reference/methods/views.open */
const largestView = 250_000;
/** https://docs.slack.dev/surfaces/modals */
const mostStacked = 3;

function readView(args: Args, type: 'modal' | 'home'): { readonly view: JsonObject } | { readonly refused: Reply } {
  const view = args.json('view');
  if (!isJsonObject(view)) return { refused: failed('invalid_arguments', ['missing required field: view']) };
  if (view.type !== type) {
    return { refused: failed('invalid_arguments', [`must be a valid enum value [json-pointer:/view/type]`]) };
  }
  if (JSON.stringify(view).length > largestView) return { refused: failed('view_too_large') };
  const problems = problemsOfView(view, type);
  if (problems.length > 0) return { refused: failed('invalid_arguments', problems) };
  return { view };
}

function answer(workspace: Workspace, view: StoredView): Reply {
  return ok({ view: viewToWire(workspace, view) });
}

/** A method that shows a new modal to the person of a trigger, over the modals that `under` leaves open. */
function showing(under: (trigger: Trigger, stack: readonly string[]) => readonly string[] | Reply): Method {
  return {
    scopes: [],
    token: 'bot',
    limit: tier4,
    run(args, { workspace }) {
      const read = readView(args, 'modal');
      if ('refused' in read) return read.refused;
      if (externalIdTaken(workspace, read.view)) return failed('duplicate_external_id');
      if (args.text('trigger_id') === undefined) {
        return failed('invalid_arguments', ['missing required field: trigger_id']);
      }
      const taken = takeTrigger(workspace, args.text('trigger_id'));
      if (!taken.ok) return failed(taken.error);
      const { trigger } = taken;
      const stack = under(trigger, workspace.modals.get(trigger.user) ?? []);
      return 'ok' in stack ? stack : answer(workspace, openView(workspace, trigger.user, read.view, stack));
    },
  };
}

/** https://docs.slack.dev/reference/methods/views.open */
const open = showing(() => []);

/** https://docs.slack.dev/reference/methods/views.push */
const push = showing(({ view }, stack) => {
  if (view === undefined || !stack.includes(view)) return failed('not_found');
  return stack.length < mostStacked ? stack : failed('push_limit_reached');
});

/** https://docs.slack.dev/reference/methods/views.update */
const update: Method = {
  scopes: [],
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const id = args.text('view_id');
    const externalId = args.text('external_id');
    const current = [...workspace.views.values()].find(
      (view) =>
        view.id === id || (externalId !== undefined && stringMember(view.definition, 'external_id') === externalId),
    );
    if (current === undefined) return failed('not_found');
    const read = readView(args, current.definition.type === 'home' ? 'home' : 'modal');
    if ('refused' in read) return read.refused;
    const hash = args.text('hash');
    if (hash !== undefined && hash !== current.hash) return failed('hash_conflict');
    return answer(workspace, changeView(workspace, current, read.view));
  },
};

/** https://docs.slack.dev/reference/methods/views.publish */
const publish: Method = {
  scopes: [],
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const user = args.text('user_id');
    if (user === undefined || !workspace.members.has(user)) return failed('invalid_arguments', ['invalid `user_id`']);
    if (!workspace.app.manifest.homeTab) return failed('not_enabled');
    const read = readView(args, 'home');
    if ('refused' in read) return read.refused;
    const hash = args.text('hash');
    if (hash !== undefined && hash !== workspace.homes.get(user)?.hash) return failed('hash_conflict');
    return answer(workspace, publishHome(workspace, user, read.view));
  },
};

export const viewsMethods: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
