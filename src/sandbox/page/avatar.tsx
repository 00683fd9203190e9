/** The initials on a colour that goes with the name. */
export function Avatar({ name, app = false, small = false }: { name: string; app?: boolean; small?: boolean }) {
  const initials = name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const hue = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
  return (
    <span class={`avatar hue-${app ? 'app' : hue}${small ? ' small' : ''}`} aria-hidden="true">
      {initials}
    </span>
  );
}
