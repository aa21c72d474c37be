// Loaded into a server: tells, whenever it is asked, for how many milliseconds its event loop was held at the longest since
// it was asked last.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

process.on('message', () => {
  process.send(delay.max / 1e6);
  delay.reset();
});
process.channel.unref();
