import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { userConversation } from '@travellite/protocol';
import { accept, runTurn } from '../conformance/kit.js';
import { openConversations } from '../open-conversations.js';
import { fileName } from './open-file.js';
import { openSqliteConversations } from './sqlite-conversations.js';

const root = mkdtempSync(join(tmpdir(), 'travellite-file-'));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
const freshFolder = () => join(root, `folder-${folders++}`);
const ann = userConversation('ann');

/** Lets a process of its own import our sources as they are. */
const hook = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  const isOurs = (name, { parentURL = '' }) => /^[.].*[.]js$/.test(name) && !parentURL.includes('/node_modules/');
  registerHooks({ resolve: (name, context, next) =>
    next(isOurs(name, context) ? name.replace(/js$/, 'ts') : name, context) });
`)}`;

/** A process that opens the folder, says how it went in one line, and stays. */
async function otherProcess(folder: string) {
  const code = `
    import { openSqliteConversations } from './src/sqlite/sqlite-conversations.ts';
    try {
      const store = openSqliteConversations({ folder: ${JSON.stringify(folder)} });
      const turn = { id: 'one', conversation: 'user:ann', message: { text: 'hello', author: { userId: 'ann' }, ts: 1, door: 'native' } };
      console.log((await store.accept(turn, { opening: [], maxQueued: 9 })).status);
      setInterval(() => {}, 1000);
    } catch (fault) {
      console.log(fault.code + ' ' + fault.message);
    }`;
  const flags = ['--experimental-transform-types', '--no-warnings', '--conditions=@travellite/source'];
  const child = spawn(process.execPath, [...flags, '--import', hook, '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return { child, said: String(said[0]).trim() };
}

describe('openFile', () => {
  it('refuses a second process and names the first, until that is killed', async () => {
    const folder = freshFolder();
    const { child, said } = await otherProcess(folder);
    expect(said).toBe('accepted');
    const open = () => openConversations({ kind: 'sqlite', folder });
    await expect(open()).rejects.toMatchObject({
      name: 'TravelError',
      code: 'conflict',
      message: expect.stringContaining(`already in use by process ${child.pid}`) as string,
    });
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const conversations = await open();
    expect((await conversations.snapshot(ann)).queued).toMatchObject([
      { turn: 'one', message: { text: 'hello' } },
    ]);
    await conversations.close();
  });

  it('refuses a second opening in the same process and keeps the lock against others', async () => {
    const folder = freshFolder();
    const conversations = openSqliteConversations({ folder });
    expect(() => openSqliteConversations({ folder: join(folder, '.') })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    const { child, said } = await otherProcess(folder);
    expect(said).toContain(`conflict The data folder ${folder} is already in use by process ${process.pid}`);
    child.kill('SIGKILL');
    await conversations.close();
    await openSqliteConversations({ folder }).close();
  });

  it('says which folder cannot be written', () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    for (const folder of [join(file, 'below'), file, '/proc/travellite']) {
      expect(() => openSqliteConversations({ folder })).toThrow(
        expect.objectContaining({ code: 'invalid', message: expect.stringContaining(folder) as string }),
      );
    }
  });

  it('does not touch the file of a newer TravelLite', async () => {
    const folder = freshFolder();
    await openSqliteConversations({ folder }).close();
    const path = join(folder, fileName);
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(path);
    expect(() => openSqliteConversations({ folder })).toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining('newer') as string }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['text', Buffer.from('my diary')],
    ['a long text', Buffer.from('my diary '.repeat(1000))],
  ])('does not touch a file that is %s', async (_, content) => {
    const folder = freshFolder();
    await openSqliteConversations({ folder }).close();
    const path = join(folder, fileName);
    writeFileSync(path, content);
    expect(() => openSqliteConversations({ folder })).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it("does not touch another program's database", async () => {
    const folder = freshFolder();
    await openSqliteConversations({ folder }).close();
    const path = join(folder, fileName);
    rmSync(path);
    const other = new DatabaseSync(path);
    other.exec('PRAGMA application_id = 42; CREATE TABLE recipes (name TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(() => openSqliteConversations({ folder })).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('epochs', () => {
  const epochAfter = async (folder: string, bootId: string) => {
    const conversations = openSqliteConversations({ folder, bootId });
    const { epoch } = await conversations.snapshot(ann);
    await conversations.close();
    return epoch;
  };

  it('stay when the file was closed before the machine started anew', async () => {
    const folder = freshFolder();
    const conversations = openSqliteConversations({ folder, bootId: 'monday' });
    await runTurn(
      { conversations, advance: async () => undefined, close: async () => undefined },
      ann,
      'one',
    );
    const { epoch } = await conversations.snapshot(ann);
    await conversations.close();
    expect(await epochAfter(folder, 'tuesday')).toBe(epoch);
  });

  it('stay when there is nothing but a new conversation', async () => {
    const folder = freshFolder();
    const before = await epochAfter(folder, 'monday');
    const conversations = openSqliteConversations({ folder, bootId: 'monday' });
    await accept({ conversations, advance: async () => undefined, close: async () => undefined }, ann, 'one');
    expect((await conversations.snapshot(ann)).epoch).toBe(before);
    await conversations.close();
  });
});
