// Loaded into a server: tells how much memory is in use whenever it is asked, after what is not needed was collected.
const collections = 4;
const between = 50;

process.on('message', async () => {
  // What is only told that something else is gone goes in the collection after that.
  for (let time = 0; time < collections; time += 1) {
    globalThis.gc();
    await new Promise((done) => setTimeout(done, between));
  }
  const { heapUsed, external } = process.memoryUsage();
  process.send(heapUsed + external);
});
process.channel.unref();
