import { kubernetesConformance } from "../testing/conformance.testing.ts";

kubernetesConformance({ operator: "kubernetesPod" });
