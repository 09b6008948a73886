import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(process.cwd(), '../..');

/** `\b` beside letters that it does not know: "perché\b" never ends, "\bà voir" never begins. */
const strange = (pattern: string): boolean => /\\b/.test(pattern) && /(?!\p{ASCII})\p{L}/u.test(pattern);

const isCallOf = (node: ts.Node, name: string): boolean =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

/** The patterns of a file that use `\b` with letters beyond ASCII and do not go through `wholeWords`. */
function faults(name: string, text: string): string[] {
  if (!strange(text)) return [];
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const importsIt = /import \{[^}]*\bwholeWords\b[^}]*\} from/.test(text);
  const found: string[] = [];
  const visit = (node: ts.Node, through: boolean): void => {
    const whole = through || isCallOf(node, 'wholeWords');
    if (ts.isRegularExpressionLiteral(node) && strange(node.text) && !whole)
      found.push(`${name}: ${node.text}`);
    // Parts of a pattern that is put together: where they end up is not to be seen here, only that the file knows the way.
    const raw = ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw';
    if (raw && strange(node.template.getText()) && !importsIt) found.push(`${name}: ${node.getText()}`);
    ts.forEachChild(node, (child) => visit(child, whole));
  };
  visit(file, false);
  return found;
}

describe('edges of words', () => {
  test.each([
    ['const a = /\\b(por qué|warum)\\b/iu;', 1],
    ['const a = String.raw`\\bà voir\\b`;', 1],
    ['const a = wholeWords(/\\b(por qué|warum)\\b/iu);', 0],
    [
      "import { wholeWords } from './x.js';\nconst a = wholeWords(new RegExp(String.raw`\\bà voir\\b`, 'u'));",
      0,
    ],
    ['const a = /\\b(why|warum)\\b/i;', 0],
    ['const a = /(?<!\\p{L})qué(?!\\p{L})/iu;', 0],
    ['const a = /\\bwhy\\b|なぜ/iu;', 1],
  ])('%j has %i faults', (text, count) => expect(faults('x.ts', text)).toHaveLength(count));

  test('are those of every alphabet in all patterns of the libraries and services', () => {
    const files = ['libs', 'apps'].flatMap((folder) =>
      readdirSync(join(root, folder)).flatMap((room) =>
        readdirSync(join(root, folder, room, 'src'), { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
          .map((file) => join(folder, room, 'src', file)),
      ),
    );
    expect(files.length).toBeGreaterThan(300);
    expect(files.flatMap((file) => faults(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
