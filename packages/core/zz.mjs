import { AdmissionQueue } from "./src/admission-queue.ts";
const c=(key,more={})=>({key,runKey:1,dagId:"d",taskId:key,mapIndex:-1,priority:1,date:0,pool:"default_pool",poolSlots:1,executor:"default",maxActiveTasks:1e9,maxActiveTisPerDag:null,maxActiveTisPerDagrun:null,...more});
for (let k=0;k<3;k++) for (const runs of [1,50,5000]) {
  const q=new AdmissionQueue({pools:new Map([["default_pool",{slots:10,includeDeferred:false}],["free",{slots:5,includeDeferred:false}]]),executors:new Map([["default",1000]])});
  let t=performance.now(); for(let i=0;i<5000;i++) q.add(c("t"+i,{runKey:i%runs})); let inside=q.admit().map(x=>x.key); const a0=performance.now()-t;
  let l=[]; for(let i=0;i<2000;i++){ t=performance.now(); q.add(c("f"+i,{pool:"free",runKey:"x"})); const a=q.admit(); if(a.length!==1) throw 1; q.remove(a[0].key);l.push(performance.now()-t)} l.sort((a,b)=>a-b); 
  let m=[]; for(let i=0;i<2000;i++){ t=performance.now(); q.remove(inside.shift()); const a=q.admit(); if(a.length!==1) throw 2; inside.push(a[0].key);m.push(performance.now()-t)} m.sort((a,b)=>a-b);
  console.log("runs",runs,"add all",a0.toFixed(1),"ms; free p50",(1000*l[1000]).toFixed(2),"p99",(1000*l[1980]).toFixed(1),"; release p50",(1000*m[1000]).toFixed(2),"p99",(1000*m[1980]).toFixed(1),"us");
}
