// A conversation with a test: one JSON object per line in, {"ask": name, ...}, and one per line out, in the same order,
// {"answer": ...} or {"failure": text}. It ends with the input. Nothing else may be written to the standard output.
import { createInterface } from 'node:readline';

console.log = console.error;

/** Answers each question with the function of its name, until there are no more; then closes. */
export async function converse(answers, close = () => {}) {
  for await (const line of createInterface({ input: process.stdin })) {
    const question = JSON.parse(line);
    let said;
    try {
      said = { answer: (await answers[question.ask](question)) ?? null };
    } catch (failure) {
      said = { failure: String(failure?.stack ?? failure) };
    }
    process.stdout.write(JSON.stringify(said) + '\n');
  }
  await close();
  process.exit(0);
}
