// oneMKL, SLEEF, Eigen, XNNPACK and oneDNN, each as its user would call it, behind the interface of
// the kernels (`gradlings_f64`): `to[i] = f(from[i])`, in place where both are one; without a `to`
// the result goes to a fresh array, which is freed. 0 if that was done, 1 if the library has no such
// function. `compare.py` builds this with the instructions of the machine at hand.

#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <dlfcn.h>
#include <immintrin.h>
#include <limits>
#include <map>
#include <tuple>
#include <type_traits>

#include <Eigen/Core>
#include <dnnl.hpp>
#include <sleef.h>
#include <xnnpack.h>

namespace {

// As in `compare.py`.
enum Operation : unsigned { SIGMOID, TANH, RELU, LEAKY_RELU, SIGMOID_SLOPE, TANH_SLOPE };
enum Library : unsigned { SLEEF_U10, SLEEF_U35, EIGEN, XNNPACK, ONEDNN, MKL_HA, MKL_LA };
constexpr double SLOPE = 0.01;

template <typename T>
bool eigen(unsigned operation, const T *from, T *to, size_t count) {
    using Array = Eigen::Array<T, Eigen::Dynamic, 1>;
    Eigen::Map<const Array> x(from, Eigen::Index(count));
    Eigen::Map<Array> y(to, Eigen::Index(count));
    switch (operation) {
    case SIGMOID: y = x.logistic(); break;
    case TANH: y = x.tanh(); break;
    case RELU: y = x.max(T(0)); break;
    case LEAKY_RELU: y = x.max(x * T(SLOPE)); break;
    case SIGMOID_SLOPE: y = x * (T(1) - x); break;
    case TANH_SLOPE: y = T(1) - x.square(); break;
    default: return false;
    }
    return true;
}

// A vector of SLEEF: its type, how many numbers, and what it calls the functions.
#ifdef __AVX512F__
#define SLEEF_NAME(f, type, accuracy) Sleef_##f##type##_##accuracy
#define F64 d8
#define F32 f16
#define INTRINSIC(f, type) _mm512_##f##_##type
struct Vectors { using f64 = __m512d; using f32 = __m512; };
#else
#define SLEEF_NAME(f, type, accuracy) Sleef_##f##type##_##accuracy
#define F64 d4
#define F32 f8
#define INTRINSIC(f, type) _mm256_##f##_##type
struct Vectors { using f64 = __m256d; using f32 = __m256; };
#endif
#define SLEEF_CALL(f, type, accuracy) SLEEF_NAME(f, type, accuracy)

#define SLEEF_LOOP(name, T, vector, lanes, suffix, accuracy)                                      \
    bool name(unsigned operation, const T *from, T *to, size_t count) {                           \
        if (operation > TANH) return false;                                                       \
        constexpr size_t width = sizeof(vector) / sizeof(T);                                      \
        const vector one = INTRINSIC(set1, suffix)(1), zero = INTRINSIC(set1, suffix)(0);         \
        size_t i = 0;                                                                             \
        auto f = [&](vector x) {                                                                  \
            if (operation == TANH) return SLEEF_CALL(tanh, lanes, accuracy)(x);                   \
            vector e = SLEEF_CALL(exp, lanes, u10)(INTRINSIC(sub, suffix)(zero, x));              \
            return INTRINSIC(div, suffix)(one, INTRINSIC(add, suffix)(one, e));                   \
        };                                                                                        \
        for (; i + width <= count; i += width)                                                    \
            INTRINSIC(storeu, suffix)(to + i, f(INTRINSIC(loadu, suffix)(from + i)));             \
        if (i == count) return true;                                                              \
        T rest[width] = {};                                                                       \
        std::copy(from + i, from + count, rest);                                                  \
        INTRINSIC(storeu, suffix)(rest, f(INTRINSIC(loadu, suffix)(rest)));                       \
        std::copy(rest, rest + (count - i), to + i);                                              \
        return true;                                                                              \
    }
SLEEF_LOOP(sleef_u10, double, Vectors::f64, F64, pd, u10)
SLEEF_LOOP(sleef_u35, double, Vectors::f64, F64, pd, u35)
SLEEF_LOOP(sleef_u10, float, Vectors::f32, F32, ps, u10)
SLEEF_LOOP(sleef_u35, float, Vectors::f32, F32, ps, u35)

// oneMKL is PyPI's, found when the program runs: `v[sd]Exp` with a mode of accuracy.
void *mkl;
constexpr long long LOW_ACCURACY = 1, HIGH_ACCURACY = 2;

template <typename T>
bool intel(unsigned operation, long long mode, const T *from, T *to, size_t count) {
    using Function = void (*)(int, const T *, T *, long long);
    constexpr bool wide = std::is_same_v<T, double>;
    static auto tanh = mkl ? Function(dlsym(mkl, wide ? "vmdTanh" : "vmsTanh")) : nullptr;
    static auto exp = mkl ? Function(dlsym(mkl, wide ? "vmdExp" : "vmsExp")) : nullptr;
    if (!tanh || !exp || operation > TANH) return false;
    if (operation == TANH) return tanh(int(count), from, to, mode), true;
    // It has no sigmoid: pieces of it, as long as the nearest cache likes.
    constexpr size_t PIECE = 1024;
    for (size_t start = 0; start < count; start += PIECE) {
        size_t end = std::min(start + PIECE, count);
        for (size_t i = start; i < end; i++) to[i] = -from[i];
        exp(int(end - start), to + start, to + start, mode);
        for (size_t i = start; i < end; i++) to[i] = 1 / (1 + to[i]);
    }
    return true;
}

bool xnnpack(unsigned operation, const float *from, float *to, size_t count) {
    static std::map<unsigned, xnn_operator_t> made;
    static bool ready = xnn_initialize(nullptr) == xnn_status_success;
    if (!ready) return false;
    if (!made.count(operation)) {
        xnn_operator_t created = nullptr;
        constexpr float infinity = std::numeric_limits<float>::infinity();
        if (operation == SIGMOID) xnn_create_sigmoid_nc_f32(1, 1, 1, 0, &created);
        if (operation == RELU) xnn_create_clamp_nc_f32(1, 1, 1, 0, infinity, 0, &created);
        if (operation == LEAKY_RELU) xnn_create_leaky_relu_nc_f32(1, 1, 1, SLOPE, 0, &created);
        made[operation] = created;
    }
    xnn_operator_t op = made[operation];
    if (!op) return false;
    if (operation == SIGMOID) xnn_setup_sigmoid_nc_f32(op, count, from, to, nullptr);
    if (operation == RELU) xnn_setup_clamp_nc_f32(op, count, from, to, nullptr);
    if (operation == LEAKY_RELU) xnn_setup_leaky_relu_nc_f32(op, count, from, to, nullptr);
    return xnn_run_operator(op, nullptr) == xnn_status_success;
}

bool onednn(unsigned operation, const float *from, float *to, size_t count) {
    using namespace dnnl;
    static engine cpu(engine::kind::cpu, 0);
    static stream order(cpu);
    struct Made { eltwise_forward call; memory source, target; };
    static std::map<std::tuple<unsigned, size_t>, Made> made;
    if (operation > LEAKY_RELU) return false;
    auto key = std::make_tuple(operation, count);
    if (!made.count(key)) {
        memory::desc numbers({memory::dim(count)}, memory::data_type::f32, memory::format_tag::a);
        auto kind = operation == SIGMOID ? algorithm::eltwise_logistic
                    : operation == TANH  ? algorithm::eltwise_tanh
                                         : algorithm::eltwise_relu;
        float slope = operation == LEAKY_RELU ? float(SLOPE) : 0;
        eltwise_forward::desc wanted(prop_kind::forward_inference, kind, numbers, slope);
        Made one{eltwise_forward({wanted, cpu}), memory(numbers, cpu, nullptr),
                 memory(numbers, cpu, nullptr)};
        made.emplace(key, one);
    }
    Made &one = made.at(key);
    one.source.set_data_handle(const_cast<float *>(from));
    one.target.set_data_handle(to);
    one.call.execute(order, {{DNNL_ARG_SRC, one.source}, {DNNL_ARG_DST, one.target}});
    order.wait();
    return true;
}

template <typename T>
bool into(unsigned operation, unsigned library, const T *from, T *to, size_t count) {
    switch (library) {
    case SLEEF_U10: return sleef_u10(operation, from, to, count);
    case SLEEF_U35: return operation == TANH && sleef_u35(operation, from, to, count);
    case EIGEN: return eigen(operation, from, to, count);
    case MKL_HA: return intel(operation, HIGH_ACCURACY, from, to, count);
    case MKL_LA: return intel(operation, LOW_ACCURACY, from, to, count);
    }
    if constexpr (std::is_same_v<T, float>) {
        if (library == XNNPACK) return xnnpack(operation, from, to, count);
        if (library == ONEDNN) return onednn(operation, from, to, count);
    }
    return false;
}

template <typename T>
int run(unsigned operation, unsigned library, const T *from, T *to, size_t count) {
    T *out = to ? to : static_cast<T *>(malloc(count * sizeof(T)));
    bool done = into(operation, library, from, out, count);
    // The compiler must not see that nobody reads a fresh array.
    asm volatile("" : : "r"(out) : "memory");
    if (!to) free(out);
    return !done;
}

} // namespace

extern "C" {

/// Names the library that has `vmdTanh`; without it oneMKL has no function.
void peers_mkl(const char *path) { mkl = dlopen(path, RTLD_NOW | RTLD_LOCAL); }

int peers_f64(unsigned op, unsigned library, const double *from, double *to, size_t count) {
    return run(op, library, from, to, count);
}

int peers_f32(unsigned op, unsigned library, const float *from, float *to, size_t count) {
    return run(op, library, from, to, count);
}

/// Seconds that `calls` calls of a function of this interface take: no Python in between.
double peers_time(int (*call)(unsigned, unsigned, const void *, void *, size_t), unsigned op,
                  unsigned flags, const void *from, void *to, size_t count, size_t calls) {
    auto start = std::chrono::steady_clock::now();
    for (size_t i = 0; i < calls; i++) call(op, flags, from, to, count);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}
}
