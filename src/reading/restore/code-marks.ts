import { codeBlocks } from './code-fences.ts';
import { type Mender, mender } from './mender.ts';

/** How a command or a message starts that is shown as code. */
const start = String.raw`\s{0,20}(?:[$%#>] )?(?:curl|wget|https?|GET|POST|PUT|PATCH|DELETE|HTTP\/[\d.]{1,3}) `;

/** What wikis put around code: `{{curl …}}` in Jira, `<![CDATA[curl …]]>` in the source of a Confluence page. */
export const codeMarks: Mender = (text) =>
  text.includes('<![CDATA[') || text.includes('{{') ? withoutMarks(text) : undefined;

const withoutMarks = mender(
  codeBlocks,
  new RegExp(String.raw`(\{\{|<!\[CDATA\[)(?=${start})|(\}\})(?=[.,;)]?(?:\s|$))|\]\]>`, 'g'),
  () => {
    let open: string | undefined;
    return ([, opening, braces]) => {
      const closes = braces === undefined ? '<![CDATA[' : '{{';
      if (opening === undefined && open !== closes) return undefined;
      open = opening;
      return '\n';
    };
  },
);
