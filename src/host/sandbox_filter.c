#include "sandbox_filter.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What a call's number means depends on the machine; for others there is no filter. */
#if defined(__x86_64__) || defined(__aarch64__) || (defined(__riscv) && __riscv_xlen == 64)

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#else
#define MACHINE AUDIT_ARCH_RISCV64
#endif

/* Reading keys, drawing, memory, signals and time. */
static const unsigned allowed[] = {
	__NR_read,
	__NR_pread64,
	__NR_write,
	__NR_writev,
	__NR_lseek,
	__NR_close,
	__NR_dup3,
	__NR_fstat,
	__NR_ppoll,
	__NR_brk,
	__NR_munmap,
	__NR_mremap,
	__NR_madvise,
	__NR_futex,
	__NR_getrandom,
	__NR_getpid,
	__NR_gettid,
	__NR_rt_sigaction,
	__NR_rt_sigprocmask,
	__NR_rt_sigreturn,
	__NR_sigaltstack,
	__NR_restart_syscall,
	__NR_setitimer,
	__NR_clock_gettime,
	__NR_clock_nanosleep,
	__NR_nanosleep,
	__NR_gettimeofday,
	__NR_exit,
	__NR_exit_group,
#ifdef __NR_poll
	__NR_poll,
	__NR_alarm,
	__NR_time,
#endif
};

/* What a library may try in vain, and ought to know that it was refused. */
static const unsigned refused[] = {
	__NR_openat,
	__NR_openat2,
	__NR_newfstatat,
	__NR_statx,
	__NR_faccessat,
	__NR_readlinkat,
	__NR_kill,
	__NR_tkill,
	__NR_tgkill,
#ifdef __NR_open
	__NR_open,
	__NR_stat,
	__NR_lstat,
	__NR_access,
	__NR_readlink,
#endif
};

/* What nothing here ever does: who calls these has taken over. */
static const unsigned deadly[] = {
	__NR_execve,
	__NR_execveat,
	__NR_clone,
	__NR_clone3,
	__NR_socket,
	__NR_ptrace,
	__NR_process_vm_readv,
	__NR_process_vm_writev,
	__NR_bpf,
	__NR_io_uring_setup,
	__NR_unshare,
	__NR_setns,
	__NR_mount,
	__NR_memfd_create,
	__NR_pidfd_open,
	__NR_userfaultfd,
#ifdef __NR_fork
	__NR_fork,
	__NR_vfork,
#endif
};

/* What may be asked of a terminal. With the second kind newer C libraries ask for its modes. */
static const unsigned terminal_requests[] = {
	TCGETS,
	TCSETS,
	TCSETSW,
	TCSETSF,
#ifdef TCGETS2
	TCGETS2,
	TCSETS2,
	TCSETSW2,
	TCSETSF2,
#endif
	TCFLSH,
	TIOCGWINSZ,
	FIONREAD,
};

/* As F_GETFL and F_SETFL: a descriptor blocks, or not. */
static const unsigned descriptor_requests[] = {F_GETFL, F_SETFL};

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum {
	INSTRUCTIONS_MOST = 256,
	REFUSE = SECCOMP_RET_ERRNO | EPERM,
	IGNORE = SECCOMP_RET_ERRNO | ENOSYS,
};

/* A program of the classic BPF: it looks at one word at a time. */
struct program {
	struct sock_filter instructions[INSTRUCTIONS_MOST];
	unsigned short count;
};

static void add(struct program *program, uint16_t code, uint32_t value, uint8_t yes, uint8_t no)
{
	program->instructions[program->count++] = (struct sock_filter){code, yes, no, value};
}

static void load(struct program *program, size_t offset)
{
	add(program, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

/* The lower half of an argument, which comes first on these machines, is what flags are in. */
static void load_argument(struct program *program, size_t number)
{
	load(program, offsetof(struct seccomp_data, args) + number * sizeof(uint64_t));
}

static void answer(struct program *program, uint32_t action)
{
	add(program, BPF_RET | BPF_K, action, 0, 0);
}

/* Answers if the word that was loaded is that value. */
static void answer_if(struct program *program, uint32_t value, uint32_t action)
{
	add(program, BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
	answer(program, action);
}

/* Answers if the word that was loaded has, or lacks, any of these bits. */
static void answer_if_set(struct program *program, uint32_t bits, uint32_t action)
{
	add(program, BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1);
	answer(program, action);
}

static void answer_if_clear(struct program *program, uint32_t bits, uint32_t action)
{
	add(program, BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0);
	answer(program, action);
}

static void answer_list(
	struct program *program, const unsigned *list, size_t count, uint32_t action)
{
	for (size_t i = 0; i < count; i++)
		answer_if(program, list[i], action);
}

/* What follows up to end_call() is for that call only, whose number is loaded. */
static size_t begin_call(struct program *program, unsigned call)
{
	add(program, BPF_JMP | BPF_JEQ | BPF_K, call, 0, 0);
	return program->count - 1U;
}

static void end_call(struct program *program, size_t begin)
{
	program->instructions[begin].jf = (uint8_t)(program->count - begin - 1);
}

/* Allows a call with these values of an argument. */
static void add_requests(
	struct program *program, unsigned call, size_t argument, const unsigned *list, size_t count)
{
	size_t begin = begin_call(program, call);
	load_argument(program, argument);
	answer_list(program, list, count, SECCOMP_RET_ALLOW);
	answer(program, REFUSE);
	end_call(program, begin);
}

/* Memory of its own and no code in it: nothing that was written can be run. */
static void add_memory(struct program *program)
{
	size_t begin = begin_call(program, __NR_mprotect);
	load_argument(program, 2);
	answer_if_set(program, PROT_EXEC, REFUSE);
	answer(program, SECCOMP_RET_ALLOW);
	end_call(program, begin);

	begin = begin_call(program, __NR_mmap);
	load_argument(program, 2);
	answer_if_set(program, PROT_EXEC, REFUSE);
	load_argument(program, 3);
	answer_if_clear(program, MAP_ANONYMOUS, REFUSE);
	answer(program, SECCOMP_RET_ALLOW);
	end_call(program, begin);
}

static void write_program(struct program *program)
{
	load(program, offsetof(struct seccomp_data, arch));
	add(program, BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0);
	answer(program, SECCOMP_RET_KILL_PROCESS);
	load(program, offsetof(struct seccomp_data, nr));
	answer_list(program, allowed, COUNT(allowed), SECCOMP_RET_ALLOW);
	answer_list(program, refused, COUNT(refused), REFUSE);
	answer_list(program, deadly, COUNT(deadly), SECCOMP_RET_KILL_PROCESS);
	add_memory(program);
	add_requests(program, __NR_ioctl, 1, terminal_requests, COUNT(terminal_requests));
	add_requests(program, __NR_fcntl, 1, descriptor_requests, COUNT(descriptor_requests));
	answer(program, IGNORE);
}

_Static_assert(2 * (COUNT(allowed) + COUNT(refused) + COUNT(deadly) + COUNT(terminal_requests) +
			   COUNT(descriptor_requests)) +
			       32 <
		       INSTRUCTIONS_MOST,
	"the filter has room for all calls");

bool sandbox_filter(void)
{
	struct program program = {.count = 0};
	write_program(&program);
	struct sock_fprog filter = {program.count, program.instructions};
	return syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) == 0;
}

bool sandbox_can_filter(void)
{
	uint32_t action = SECCOMP_RET_KILL_PROCESS;
	return syscall(__NR_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

#else

bool sandbox_filter(void)
{
	errno = ENOSYS;
	return false;
}

bool sandbox_can_filter(void)
{
	return false;
}

#endif
