import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../support/chancery.js';
import type { Scenario, Workplace } from '../scenario.js';
import { TwoServers } from '../two-servers.js';
import { until } from '../until.js';
import { wholeAnswer } from '../whole-answer.js';

/** A proxy that the documentation has an example for. */
interface Proxy {
  readonly name: string;
  /** The file in `docs/several-servers`. */
  readonly example: string;
  /** Takes TLS and the standard ports out of the example: those need a certificate and root. */
  onLoopback(example: string, port: number): string;
  /** Starts it on a file in a folder. */
  start(folder: string, file: string): ChildProcess;
}

const nginx: Proxy = {
  name: 'nginx',
  example: 'nginx.conf',
  onLoopback: (example, port) =>
    example
      .replace(/server \{\s+listen 80;[^}]*\}/, '')
      .replace(/^ +(?:ssl_|add_header).*\n/gm, '')
      .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`),
  start(folder, file) {
    const main = join(folder, 'main.conf');
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
      .join(' ');
    writeFileSync(
      main,
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${paths} include ${file}; }`,
    );
    return spawn('nginx', ['-p', folder, '-c', main], { stdio: 'ignore' });
  },
};

const caddy: Proxy = {
  name: 'caddy',
  example: 'Caddyfile',
  onLoopback: (example, port) =>
    `{\n\tadmin off\n}\n${example.replace('edition.example.org {', `http://localhost:${port} {`)}`,
  start: (folder, file) =>
    spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
      stdio: 'ignore',
      env: { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    }),
};

/** Two servers behind a proxy as the documentation has it, of which one is killed, or ended in good order, and comes back. */
function behind(proxy: Proxy): Scenario {
  return {
    name: proxy.name,
    rounds: 10,
    fewRounds: 0,
    async open(workplace) {
      if (spawnSync(proxy.name, ['version']).error)
        return `${proxy.name} is not installed; on Debian: apt-get install ${proxy.name}`;
      return openBehind(proxy, workplace);
    },
  };
}

async function openBehind(proxy: Proxy, workplace: Workplace) {
  const { random } = workplace;
  const port = await freePort();
  const ports = [await freePort(), await freePort()] as const;
  const address = `http://localhost:${port}`;
  const two = await TwoServers.start(workplace, { publicUrl: () => address, ports });
  const folder = await workplace.folder();
  const example = readFileSync(join(workplace.root, 'docs/several-servers', proxy.example), 'utf8');
  const file = join(folder, proxy.example);
  writeFileSync(
    file,
    proxy
      .onLoopback(example, port)
      .replaceAll('10.0.0.11:4242', `127.0.0.1:${ports[0]}`)
      .replaceAll('10.0.0.12:4242', `127.0.0.1:${ports[1]}`),
  );
  const child = proxy.start(folder, file);
  const ended = once(child, 'exit');
  const isReady = async () => (await wholeAnswer(`${address}/readyz`))?.ok === true;
  await until(`${proxy.name} passes requests on`, isReady, 30);
  return {
    origin: () => address,
    databaseUrl: () => two.databaseUrl,
    async harm(gathering: { typeFor(milliseconds: number): Promise<void> }) {
      const victim = two.servers[random() < 0.5 ? 0 : 1];
      if (random() < 0.5) await victim.kill();
      else await victim.stop();
      await gathering.typeFor(500 + random() * 1_000);
      await victim.start();
    },
    async close() {
      child.kill('SIGTERM');
      await ended;
      await two.close();
    },
  };
}

export const behindNginx = behind(nginx);
export const behindCaddy = behind(caddy);
