import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SHELL_TEXT } from '../../renderer/text/shell.ts';
import * as electron from '../support/electron-double.ts';
import { openDesktop, shellOptions } from './desktop.ts';

vi.mock('electron', () => import('../support/electron-double.ts'));
beforeEach(() => {
  electron.startAfresh();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

describe('the core', () => {
  it('runs in a process of its own, on the data folder', async () => {
    const options = shellOptions();
    await openDesktop(options);
    expect(cores()).toHaveLength(1);
    expect(cores()[0]!.program).toBe(options.built.core);
    expect(cores()[0]!.args).toEqual(['--data', options.dataFolder]);
  });

  it('is connected with the page by a new channel whenever the page has loaded', async () => {
    const { webContents } = await openDesktop();
    expect(webContents.sent).toEqual([]);
    webContents.finishLoading();
    webContents.finishLoading();
    expect(webContents.sent.map(({ channel }) => channel)).toEqual(['core-port', 'core-port']);
    expect(messages(0)).toEqual(['port', 'port']);
    expect(portsGiven(0)).toHaveLength(2);
  });

  it('is connected with nothing but the page', async () => {
    const { webContents } = await openDesktop();
    webContents.url = 'app://ledger/assets/page.js';
    webContents.finishLoading();
    webContents.url = 'https://example.org/';
    webContents.finishLoading();
    expect(webContents.sent).toEqual([]);
  });

  it('is started again when it dies, and the page gets a channel to the new one', async () => {
    const { webContents } = await openDesktop();
    webContents.finishLoading();
    cores()[0]!.die(139);
    vi.advanceTimersByTime(0);
    expect(cores()).toHaveLength(2);
    expect(messages(1)).toEqual(['port']);
    expect(webContents.sent).toHaveLength(2);
  });

  it('that dies while the page loads is connected when it has loaded', async () => {
    const { webContents } = await openDesktop();
    cores()[0]!.die(1);
    vi.advanceTimersByTime(0);
    expect(webContents.sent).toEqual([]);
    webContents.finishLoading();
    expect(messages(1)).toEqual(['port']);
  });

  it('that is down while the page loads is connected once it is up', async () => {
    const { webContents } = await openDesktop();
    cores()[0]!.die(1);
    webContents.finishLoading();
    expect(webContents.sent).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(webContents.sent).toHaveLength(1);
  });

  it('is waited for longer each time, and after five starts in a minute the person is told', async () => {
    await openDesktop();
    const waited = [0, 250, 1000, 2500, 5000].map((delay) => {
      const before = cores().length;
      cores().at(-1)!.die(1);
      if (delay > 0) vi.advanceTimersByTime(delay - 1);
      const early = cores().length - before;
      vi.advanceTimersByTime(1);
      return [early, cores().length - before];
    });
    expect(waited.slice(1)).toEqual(Array(4).fill([0, 1]));
    expect(cores()).toHaveLength(6);

    cores().at(-1)!.die(1);
    vi.advanceTimersByTime(MINUTE);
    expect(cores()).toHaveLength(6);
    const { title, sentence } = SHELL_TEXT.coreLost;
    expect(electron.dialog.shown).toEqual([{ title, content: sentence }]);
  });

  it('may die now and then for ever', async () => {
    await openDesktop();
    for (let death = 1; death <= 20; death += 1) {
      cores().at(-1)!.die(1);
      vi.advanceTimersByTime(MINUTE / 4);
    }
    expect(cores()).toHaveLength(21);
    expect(electron.dialog.shown).toEqual([]);
  });
});

describe('the core is locked', () => {
  it.each(['suspend', 'lock-screen', 'shutdown', 'user-did-resign-active'])('at %s', async (event) => {
    await openDesktop();
    electron.powerMonitor.emit(event);
    expect(messages(0)).toEqual(['lock']);
  });

  it('after ten minutes without a key or a move of the mouse, once', async () => {
    await openDesktop();
    electron.powerMonitor.idleSeconds = 599;
    vi.advanceTimersByTime(MINUTE);
    expect(messages(0)).toEqual([]);
    electron.powerMonitor.idleSeconds = 600;
    vi.advanceTimersByTime(5 * MINUTE);
    expect(messages(0)).toEqual(['lock']);
  });

  it('again the next time that nobody is there', async () => {
    await openDesktop();
    for (const seconds of [600, 3, 600]) {
      electron.powerMonitor.idleSeconds = seconds;
      vi.advanceTimersByTime(MINUTE);
    }
    expect(messages(0)).toEqual(['lock', 'lock']);
  });
});

describe('closing the window', () => {
  it('ends the program after the core has closed its file', async () => {
    const window = await openDesktop();
    window.close();
    expect(messages(0)).toEqual(['lock']);
    expect([cores()[0]!.killed, electron.app.hasQuit]).toEqual([false, false]);
    cores()[0]!.say('locked');
    await vi.waitFor(() => expect([cores()[0]!.killed, electron.app.hasQuit]).toEqual([true, true]));
  });

  it('does not wait for ever for a core that does not answer', async () => {
    const window = await openDesktop();
    window.close();
    vi.advanceTimersByTime(2000);
    await vi.waitFor(() => expect([cores()[0]!.killed, electron.app.hasQuit]).toEqual([true, true]));
  });

  it('starts no core again', async () => {
    const window = await openDesktop();
    window.close();
    cores()[0]!.die(0);
    vi.advanceTimersByTime(MINUTE);
    expect(cores()).toHaveLength(1);
  });
});

it('the program ends with the process that started it, and the core closes its file first', async () => {
  await openDesktop();
  const [parentGone] = electron.parentListeners();
  parentGone!();
  expect(messages(0)).toEqual(['lock']);
  cores()[0]!.say('locked');
  await vi.waitFor(() => expect(electron.app.hasQuit).toBe(true));
});

describe('a parser', () => {
  it('is started when the core asks, without arguments and with next to no environment', async () => {
    const options = shellOptions();
    await openDesktop(options);
    cores()[0]!.say({ start: 7 });
    const [parser] = parsers();
    expect([parser!.program, parser!.args]).toEqual([options.built.parser, []]);
    expect(Object.keys(parser!.options.env ?? { PATH: '' }).filter((name) => name !== 'SystemRoot')).toEqual(
      [],
    );
    expect(parser!.told.map(({ message }) => message)).toEqual(['port']);
    expect(messages(0)).toEqual([{ parser: 7 }]);
  });

  it('talks to the core over a channel of which the shell keeps no end', async () => {
    await openDesktop();
    cores()[0]!.say({ start: 1 });
    const [theirs] = parsers()[0]!.told[0]!.ports;
    const [ours] = cores()[0]!.told[0]!.ports;
    const heard = new Promise((resolve) => ours!.on('message', ({ data }) => resolve(data)));
    ours!.start();
    theirs!.postMessage('rows');
    expect(await heard).toBe('rows');
    for (const port of [ours, theirs]) port!.close();
  });

  it('is ended when the core asks, and the core hears how it ended', async () => {
    await openDesktop();
    cores()[0]!.say({ start: 1 });
    cores()[0]!.say({ end: 1 });
    expect(parsers()[0]!.killed).toBe(true);
    parsers()[0]!.die(9);
    expect(messages(0)).toEqual([{ parser: 1 }, { ended: 1, code: 9 }]);
  });

  it('ends with its core', async () => {
    await openDesktop();
    cores()[0]!.say({ start: 1 });
    cores()[0]!.die(1);
    expect(parsers()[0]!.killed).toBe(true);
  });
});

function cores() {
  return electron.utilityProcess.forked.filter(({ options }) => options.serviceName === 'ledger-core');
}

function parsers() {
  return electron.utilityProcess.forked.filter(({ options }) => options.serviceName === 'ledger-parser');
}

function messages(core: number): unknown[] {
  return cores()[core]!.told.map(({ message }) => message);
}

function portsGiven(core: number) {
  return cores()[core]!.told.flatMap(({ ports }) => ports);
}
