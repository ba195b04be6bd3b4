// What only a machine has: programs. VS Code loads this file where the extension runs in Node, and it hands over to the one bundle
// that serves every host.
import { spawn } from 'node:child_process';
import type { ExtensionContext } from 'vscode';
import type { Programs } from '../extension/programs';

declare const require: (file: './extension.js') => { activate(context: ExtensionContext, programs: Programs): void };

export const activate = (context: ExtensionContext): void => require('./extension.js').activate(context, programs);

const programs: Programs = {
  run: ({ program, args }, folder, heard) => {
    // of Ruby's programs, Windows has .bat files, which need a shell
    const isWindows = process.platform === 'win32';
    const child = spawn(program, isWindows ? args.map(arg => `"${arg}"`) : [...args], { cwd: folder, shell: isWindows, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', heard);
    return {
      // 9009: what Windows' shell says of a program that it does not know
      ended: new Promise(resolve => {
        child.on('error', error => {
          heard(`${error.message}\n`);
          resolve('absent');
        });
        child.on('close', code => resolve(isWindows && code === 9009 ? 'absent' : code === 0 ? 'done' : 'failed'));
      }),
      stop: () => void child.kill(),
    };
  },
};
