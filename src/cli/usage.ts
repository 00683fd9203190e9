export const usage = `Stepwise answers API troubleshooting questions, one paste at a time.

  stepwise check [FILE]     Read a paste from FILE or standard input and print the answer.
      --json                print the diagnosis as JSON
      --ndjson              read lines {"id","text","now"?}, write lines {"id","diagnosis"}
      --pack ID             answer from this checklist, whatever the paste looks like
      --language TAG        answer in this language, such as es or pt-BR, where the checklist has it
      --exit-code           exit with 1 if a problem was found
  stepwise redact [FILE]    Print the paste with every secret replaced by a label.
      --ndjson              read lines {"id","text"}, write lines {"id","text"}
  stepwise pack init [DIR]  Make a checklist for your API, by a few questions.
      --openapi FILE        or from its OpenAPI 3 document, JSON or YAML
      --name, --url, --auth, --docs, --support, --id
                            answers beforehand; with name and URL nothing is asked
  stepwise pack check DIR   List what is wrong with a checklist; run all of its examples.
  stepwise pack explain DIR|ITEM [FILE]
                            Show every fact of a paste, and why each rule holds, fails or is unknown;
                            of one item's file its rules alone.
  stepwise pack facts       List everything that a rule can ask about.
  stepwise pack rules       List what the checklists that come with Stepwise know.
  stepwise pack schema pack|item|language
                            Print the JSON Schema of a checklist's files, for editors.
  stepwise settings         List what can be set for the Slack app, what is, and what is wrong with it.
      --example             print the text of .env.example
  stepwise --help, --version

  Your own checklists: set PACKS_DIR to a folder of them.
  Exit status: 0 fine, 1 a problem was found (check --exit-code, pack check, settings), 2 wrong usage.
`;
