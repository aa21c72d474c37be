/** Prints editions, one job after another. */
export interface Press {
  /** Queues a run of the press for an edition; while one is queued or running, that one is answered. */
  publish(editionId: string, userId: string): Promise<{ id: string }>;
  stop(): Promise<void>;
}
