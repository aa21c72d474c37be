// Loaded before a server: its clock is wrong by as many milliseconds as it is told.
let shift = 0;
process.on('message', (milliseconds) => {
  shift = Number(milliseconds);
});
process.channel?.unref();

const TrueDate = globalThis.Date;
globalThis.Date = class ShiftedDate extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + shift);
    else super(...given);
  }
  static now() {
    return TrueDate.now() + shift;
  }
};
