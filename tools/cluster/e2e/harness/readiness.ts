export interface Readiness {
  httpStatus: number;
  parts: Record<string, { ok: boolean; detail?: string }>;
}

/** What a service says of itself at `/health/ready`. */
export async function readiness(url: string): Promise<Readiness> {
  const response = await fetch(`${url}/health/ready`);
  const { parts } = (await response.json()) as Pick<Readiness, 'parts'>;
  return { httpStatus: response.status, parts };
}
