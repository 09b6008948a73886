import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Kills of processes, not of machines, are played in these tests: a disk that is memory keeps as much and is faster. */
const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export const freshFolder = (): string => mkdtempSync(join(root, 'travellite-turns-'));
