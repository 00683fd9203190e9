import { expect, test } from 'vitest';
import { teamsOf } from '../../../src/slack/delivery/delivery-id.ts';

test.each<readonly [string, unknown, readonly string[]]>([
  ['an event', { type: 'event_callback', team_id: 'T1', authorizations: [{ team_id: 'T1' }] }, ['T1']],
  [
    'an event in a shared channel, by a person of the other workspace',
    { team_id: 'T2', enterprise_id: 'E2', authorizations: [{ team_id: 'T1', enterprise_id: null }] },
    ['T1'],
  ],
  [
    'an event where an organization installed it',
    { team_id: 'T1', authorizations: [{ team_id: null, enterprise_id: 'E1', is_enterprise_install: true }] },
    ['T1', 'E1'],
  ],
  ['a command', { command: '/troubleshoot', team_id: 'T1', enterprise_id: 'E1' }, ['T1', 'E1']],
  ['a button', { type: 'block_actions', team: { id: 'T1' }, user: { id: 'U1', team_id: 'T2' } }, ['T1']],
  [
    'a button where an organization installed it',
    { type: 'block_actions', team: null, enterprise: { id: 'E1' }, user: { id: 'U1', team_id: 'T1' } },
    ['T1', 'E1'],
  ],
  [
    'a form that was opened in a shared channel',
    { type: 'view_submission', team: { id: 'T2' }, user: { team_id: 'T2' }, view: { app_installed_team_id: 'T1' } },
    ['T1'],
  ],
  ['what says nothing of it', { type: 'shortcut', team: 7, user: 'U1' }, []],
  ['no object at all', 'T1', []],
])('knows where %s comes from', (_what, body, teams) => {
  expect(teamsOf(body)).toEqual(teams);
});
