import { parentPort, workerData } from 'node:worker_threads';
import { trainTask } from './lesson.ts';
import type { TrainingTask } from './training.ts';

parentPort?.postMessage(trainTask(workerData as TrainingTask));
