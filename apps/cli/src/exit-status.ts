/** What the shell is told. `findings` stands for everything that was done and did not come out well. */
export const exitStatus = { well: 0, findings: 1, usage: 2 } as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
