#!/usr/bin/env bash
# . class.env; CLASS=.. GRADLINGS_PARTS=500 qsub -V -t 1-500 crates/grader/engines/gridengine/grade.sh
# Grid Engine takes one range at a time: -t 17, then -t 203.
#$ -N gradlings
#$ -S /bin/bash
#$ -cwd
#$ -j y
#$ -r y
# 99 is the code for "run again"; 100 puts the task into the error state, as another try here would not help.
"$COURSE/crates/grader/engines/part" "$SGE_TASK_ID" --jobs "${NSLOTS:-1}" "$@"
case $? in 0) exit 0 ;; 4) exit 100 ;; *) exit 99 ;; esac
