import { kubernetesConformance } from "../testing/conformance.testing.ts";

// The pod is not tried again by the Job: one attempt, one pod.
kubernetesConformance({ operator: "kubernetesJob", params: { backoffLimit: 0 } });
