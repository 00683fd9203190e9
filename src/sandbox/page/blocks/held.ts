import { type JsonObject, objectsIn, stringMember } from '../../json.ts';
import type { InputState } from '../../people/done.ts';

/** The member of `state` that an element's value stands under, and the one that its first value comes from. */
const members: Readonly<Record<string, { readonly held: string; readonly initial: string; readonly empty: unknown }>> =
  {
    plain_text_input: { held: 'value', initial: 'initial_value', empty: null },
    email_text_input: { held: 'value', initial: 'initial_value', empty: null },
    url_text_input: { held: 'value', initial: 'initial_value', empty: null },
    number_input: { held: 'value', initial: 'initial_value', empty: null },
    static_select: { held: 'selected_option', initial: 'initial_option', empty: null },
    external_select: { held: 'selected_option', initial: 'initial_option', empty: null },
    radio_buttons: { held: 'selected_option', initial: 'initial_option', empty: null },
    checkboxes: { held: 'selected_options', initial: 'initial_options', empty: [] },
    multi_static_select: { held: 'selected_options', initial: 'initial_options', empty: [] },
    users_select: { held: 'selected_user', initial: 'initial_user', empty: null },
    conversations_select: { held: 'selected_conversation', initial: 'initial_conversation', empty: null },
    channels_select: { held: 'selected_channel', initial: 'initial_channel', empty: null },
    datepicker: { held: 'selected_date', initial: 'initial_date', empty: null },
    timepicker: { held: 'selected_time', initial: 'initial_time', empty: null },
  };

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload: what `state.values` is made of. */
export function heldAs(element: JsonObject, value: unknown): JsonObject {
  const type = stringMember(element, 'type') ?? '';
  return { type, [members[type]?.held ?? 'value']: value };
}

export function valueIn(element: JsonObject, held: JsonObject | undefined): unknown {
  const type = stringMember(element, 'type') ?? '';
  return held?.[members[type]?.held ?? 'value'];
}

export function initialState(blocks: readonly JsonObject[]): InputState {
  const state: Record<string, Record<string, JsonObject>> = {};
  for (const block of blocks) {
    const blockId = stringMember(block, 'block_id') ?? '';
    const inside = [...objectsIn(block.elements), ...objectsIn([block.element, block.accessory])];
    for (const element of inside) {
      const known = members[stringMember(element, 'type') ?? ''];
      const actionId = stringMember(element, 'action_id');
      if (known === undefined || actionId === undefined) continue;
      state[blockId] = { ...state[blockId], [actionId]: heldAs(element, element[known.initial] ?? known.empty) };
    }
  }
  return state;
}
