// Loaded into a server: tells how much memory is in use whenever it is asked, after what is not needed was collected.
process.on('message', () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send(heapUsed + external);
});
process.channel.unref();
